package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.util.List;
import java.util.Optional;

/** Keeps the state of synced calendars. Thread-safe. */
public final class CalendarRecords {

    private final Records records;

    /** Opens them. */
    public CalendarRecords(Records records) {
        this.records = records;
    }

    /** Returns the state of a calendar. */
    public Optional<Stored<CalendarRecord>> find(CalendarId id) {
        return Keyspace.mayBeOurs(id.value())
                ? records.read(Keyspace.calendar(id)).map(CalendarRecords::stored)
                : Optional.empty();
    }

    /** Returns the calendars of a connection. */
    public List<Stored<CalendarRecord>> of(ConnectionId connection) {
        return records.all(Scan.of(Keyspace.CALENDAR).in(connection.value())).stream()
                .map(CalendarRecords::stored)
                .toList();
    }

    /** Returns a page of all calendars there are. */
    public Paged<Stored<CalendarRecord>> page(Optional<String> after, int limit) {
        Scan scan = Scan.of(Keyspace.CALENDAR).limit(limit);
        RecordPage page = records.scan(after.map(scan::after).orElse(scan));
        return new Paged<>(page.records().stream().map(CalendarRecords::stored).toList(), page.next());
    }

    /** Adds a calendar that must not be there yet. */
    public void create(Commit commit, CalendarRecord calendar) {
        commit.put(Keyspace.calendar(calendar.info().id()), calendar.bytes(), Expect.absent());
    }

    /** Writes over the version that was read, and returns what is then stored. */
    public Stored<CalendarRecord> save(Commit commit, Stored<CalendarRecord> read, CalendarRecord next) {
        long version = commit.put(Keyspace.calendar(next.info().id()), next.bytes(), Expect.version(read.version()));
        return new Stored<>(next, version);
    }

    /** Makes the commit depend on the calendar being as it was read. */
    public void check(Commit commit, Stored<CalendarRecord> read) {
        commit.check(Keyspace.calendar(read.value().info().id()), Expect.version(read.version()));
    }

    /** Removes the version that was read. */
    public void delete(Commit commit, Stored<CalendarRecord> read) {
        commit.delete(Keyspace.calendar(read.value().info().id()), read.version());
    }

    private static Stored<CalendarRecord> stored(StoredRecord record) {
        return new Stored<>(CalendarRecord.read(record.payload()), record.version());
    }
}
