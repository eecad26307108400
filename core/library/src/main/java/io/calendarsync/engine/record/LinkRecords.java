package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the host's own names for events. Thread-safe. */
public final class LinkRecords {

    private final Records records;

    /** Opens them. */
    public LinkRecords(Records records) {
        this.records = records;
    }

    /** Links an event to the host's name for it, in place of an earlier name. */
    public void put(Commit commit, EventRef ref, HostKey hostKey) {
        byte[] payload = Fields.none()
                .put("event", ref.eventId())
                .put("host", hostKey.value())
                .bytes();
        commit.put(key(ref.calendarId(), ref.eventId()), payload, Expect.any());
    }

    /** Forgets the host's name for an event. */
    public void forget(Commit commit, EventRef ref) {
        RecordKey key = key(ref.calendarId(), ref.eventId());
        records.read(key).ifPresent(record -> commit.delete(key, record.version()));
    }

    /** Returns the host's names for those of the events that have one, by event id. */
    public Map<String, HostKey> find(CalendarId calendar, Collection<String> eventIds) {
        Map<String, HostKey> found = new HashMap<>();
        records.read(eventIds.stream().map(id -> key(calendar, id)).toList())
                .values()
                .forEach(record -> {
                    Fields fields = Fields.of(record.payload());
                    found.put(fields.text("event"), new HostKey(fields.text("host")));
                });
        return found;
    }

    /** Shows every link of a calendar to somebody, as it is stored. */
    void each(CalendarId calendar, Consumer<byte[]> action) {
        records.each(Scan.of(Keyspace.LINK).in(calendar.value()), record -> action.accept(record.payload()));
    }

    /** Forgets all links of a calendar. */
    public int erase(CalendarId calendar) {
        return records.removeAll(Scan.of(Keyspace.LINK).in(calendar.value()));
    }

    private static RecordKey key(CalendarId calendar, String eventId) {
        return new RecordKey(Keyspace.LINK, calendar.value(), Keys.of(eventId));
    }
}
