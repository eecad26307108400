package io.calendarsync.engine.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;

/**
 * Keeps which events a round has seen: one record of 128-bit digests for each page, outside the events themselves, so
 * that listing a calendar again does not write its events again. Thread-safe.
 */
public final class SeenRecords {

    private static final int DIGEST = 16;

    private final Records records;

    /** Opens them. */
    public SeenRecords(Records records) {
        this.records = records;
    }

    /** Stamps the events of one page. */
    public void stamp(Commit commit, CalendarId calendar, String stamp, Collection<String> eventIds) {
        ByteBuffer digests = ByteBuffer.allocate(eventIds.size() * DIGEST);
        eventIds.forEach(id -> digests.put(Digest.bytes(Keys.of(id).getBytes(UTF_8)), 0, DIGEST));
        String id = stamp + "." + Long.toString(records.fresh(), 36);
        commit.put(new RecordKey(Keyspace.SEEN, calendar.value(), id), digests.array(), Expect.absent());
    }

    /** Returns everything stamped so far. */
    public Stamps read(CalendarId calendar, String stamp) {
        Stamps.Collector collector = new Stamps.Collector();
        records.each(all(calendar), record -> {
            if (stampOf(record).equals(stamp)) {
                collector.add(ByteBuffer.wrap(record.payload()));
            }
        });
        return collector.collect();
    }

    /** Adds to the commit that all stamps but those are forgotten, as many as fit; returns whether there are any. */
    public boolean keepOnly(Commit commit, CalendarId calendar, Set<String> stamps) {
        boolean any = false;
        for (StoredRecord record : records.all(all(calendar).withoutPayloads())) {
            if (!stamps.contains(stampOf(record)) && commit.fits(2)) {
                commit.delete(record.key(), record.version());
                any = true;
            }
        }
        return any;
    }

    /** Forgets all stamps of a calendar. */
    public int erase(CalendarId calendar) {
        return records.removeAll(all(calendar));
    }

    private static Scan all(CalendarId calendar) {
        return Scan.of(Keyspace.SEEN).in(calendar.value());
    }

    private static String stampOf(StoredRecord record) {
        String id = record.key().id();
        return id.substring(0, id.lastIndexOf('.'));
    }
}
