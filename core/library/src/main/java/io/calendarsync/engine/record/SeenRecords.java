package io.calendarsync.engine.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps which events a round has seen: records of 128-bit digests, one for each page of usual size, outside the events themselves, so
 * that listing a calendar again does not write its events again. Thread-safe.
 */
public final class SeenRecords {

    private static final int DIGEST = 16;

    private final Records records;

    /** Opens them. */
    public SeenRecords(Records records) {
        this.records = records;
    }

    /**
     * Stamps the events of one page with one more record of the commit. Of a page whose stamps are larger than a payload
     * may be, the rest goes ahead of the commit: events that were listed, whether or not the commit happens.
     */
    public void stamp(Commit commit, CalendarId calendar, String stamp, Collection<String> eventIds) {
        List<byte[]> parts = parts(eventIds);
        if (parts.size() > 1) {
            ahead(calendar, stamp, parts.subList(1, parts.size()));
        }
        put(commit, calendar, stamp, parts.get(0));
    }

    private List<byte[]> parts(Collection<String> eventIds) {
        int most = records.payloadLimit() / DIGEST;
        int left = eventIds.size();
        ByteBuffer part = ByteBuffer.allocate(Math.min(left, most) * DIGEST);
        List<byte[]> parts = new ArrayList<>(1);
        parts.add(part.array());
        for (String id : eventIds) {
            if (!part.hasRemaining()) {
                part = ByteBuffer.allocate(Math.min(left, most) * DIGEST);
                parts.add(part.array());
            }
            part.put(Digest.bytes(Keys.of(id).getBytes(UTF_8)), 0, DIGEST);
            left--;
        }
        return parts;
    }

    /**
     * Only while the calendar stands as it does now: what is written for an erased one nobody would find. Where that
     * fails, so does the commit that this goes ahead of, which depends on the same.
     */
    private void ahead(CalendarId calendar, String stamp, List<byte[]> parts) {
        Optional<Stored<CalendarRecord>> standing = new CalendarRecords(records)
                .find(calendar)
                .filter(read -> !read.value().isErased());
        if (standing.isEmpty()) {
            return;
        }
        Records fenced =
                records.fenced(Keyspace.calendar(calendar), standing.get().version());
        Commit commit = fenced.begin();
        for (byte[] part : parts) {
            if (!commit.fits(1)) {
                commit.run();
                commit = fenced.begin();
            }
            put(commit, calendar, stamp, part);
        }
        commit.run();
    }

    private void put(Commit commit, CalendarId calendar, String stamp, byte[] digests) {
        String id = stamp + "." + Long.toString(records.fresh(), 36);
        commit.put(new RecordKey(Keyspace.SEEN, calendar.value(), id), digests, Expect.absent());
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
