package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what the library has written to events, or is writing, so that its echo is not taken for news. Thread-safe. */
public final class OwnWriteRecords {

    private final Records records;

    /** Opens them. */
    public OwnWriteRecords(Records records) {
        this.records = records;
    }

    /** What was written to an event: the version tags of the answers, and the fingerprint of a write in flight. */
    public record Written(List<String> etags, String inFlight) {
        public Written {
            etags = List.copyOf(etags);
        }
    }

    /** Writes down what is being, or was, written to an event. */
    public void put(Commit commit, CalendarId calendar, String eventId, Written written) {
        byte[] payload = Fields.none()
                .put("event", eventId)
                .put("etags", written.etags())
                .put("inFlight", written.inFlight())
                .bytes();
        commit.put(key(calendar, eventId), payload, Expect.any());
    }

    /** Returns what was written to those of the events that were, by event id. */
    public Map<String, Written> find(CalendarId calendar, Collection<String> eventIds) {
        Map<String, Written> found = new HashMap<>();
        records.read(eventIds.stream().map(id -> key(calendar, id)).toList())
                .values()
                .forEach(record -> {
                    Fields fields = Fields.of(record.payload());
                    found.put(fields.text("event"), new Written(fields.texts("etags"), fields.text("inFlight")));
                });
        return found;
    }

    /** Forgets all of a calendar. */
    public int erase(CalendarId calendar) {
        return records.removeAll(Scan.of(Keyspace.OWN_WRITE).in(calendar.value()));
    }

    private static RecordKey key(CalendarId calendar, String eventId) {
        return new RecordKey(Keyspace.OWN_WRITE, calendar.value(), Keys.of(eventId));
    }
}
