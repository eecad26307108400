package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps which stored events a plan would delete, with the versions it was made for. Thread-safe. */
public final class ReviewRecords {

    private static final int KEYS_A_RECORD = 500;

    private final Records records;

    /** Opens them. */
    public ReviewRecords(Records records) {
        this.records = records;
    }

    /**
     * Writes a plan down, ahead of the commit that makes it the calendar's plan.
     *
     * @param standing makes a commit depend on the calendar being as it was read
     * @return whether all of it was written
     */
    public boolean write(Consumer<Commit> standing, CalendarId calendar, String planId, List<EventKey> missing) {
        for (int from = 0; from < missing.size(); from += KEYS_A_RECORD) {
            List<EventKey> part = missing.subList(from, Math.min(missing.size(), from + KEYS_A_RECORD));
            Commit commit = records.begin();
            standing.accept(commit);
            byte[] payload = Fields.none()
                    .put("keys", part.stream().map(ReviewRecords::text).toList())
                    .bytes();
            RecordKey key = new RecordKey(Keyspace.REVIEW, calendar.value(), planId + "." + from);
            commit.put(key, payload, Expect.any());
            if (!commit.run()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the events of a plan. */
    public List<EventKey> read(CalendarId calendar, String planId) {
        List<EventKey> missing = new ArrayList<>();
        records.each(Scan.of(Keyspace.REVIEW).in(calendar.value()), record -> {
            if (planOf(record).equals(planId)) {
                Fields.of(record.payload()).texts("keys").forEach(text -> missing.add(key(text)));
            }
        });
        return missing;
    }

    /** Adds to the commit that all plans but that one are forgotten, as many as fit; returns whether there are any. */
    public boolean keepOnly(Commit commit, CalendarId calendar, String planId) {
        boolean any = false;
        Scan all = Scan.of(Keyspace.REVIEW).in(calendar.value()).withoutPayloads();
        for (StoredRecord record : records.all(all)) {
            if (!planOf(record).equals(planId) && commit.fits(2)) {
                commit.delete(record.key(), record.version());
                any = true;
            }
        }
        return any;
    }

    /** Forgets all plans of a calendar. */
    public int erase(CalendarId calendar) {
        return records.removeAll(Scan.of(Keyspace.REVIEW).in(calendar.value()));
    }

    private static String planOf(StoredRecord record) {
        String id = record.key().id();
        return id.substring(0, id.indexOf('.'));
    }

    private static String text(EventKey key) {
        return Long.toString(key.version(), 36) + " " + key.until() + " " + key.id();
    }

    private static EventKey key(String text) {
        String[] parts = text.split(" ", 3);
        return new EventKey(parts[2], Long.parseLong(parts[0], 36), Instant.parse(parts[1]));
    }
}
