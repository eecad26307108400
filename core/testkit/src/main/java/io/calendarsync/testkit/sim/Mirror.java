package io.calendarsync.testkit.sim;

import io.calendarsync.engine.record.EventCodec;
import io.calendarsync.engine.record.Fields;
import io.calendarsync.model.Event;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the store holds, kept beside it so that every record can be looked at without asking. Confined. */
final class Mirror {

    static final String EVENT = "event";
    static final String LOG = "log";
    static final String CALENDAR = "calendar";
    static final String CONNECTION = "connection";
    static final String CREDENTIAL = "credential";
    static final String CHANNEL = "channel";
    static final String WATCH = "watch";
    static final String PROGRESS = "progress";
    static final String SUBSCRIBER = "subscriber";
    static final String OWNER = "owner";
    static final String AUDIT = "audit";
    static final String DUE = "due-";

    private final EventCodec codec = new EventCodec();
    private final Map<RecordKey, StoredRecord> records = new LinkedHashMap<>();
    private final Map<String, Map<RecordKey, Event>> events = new HashMap<>();

    Optional<StoredRecord> find(RecordKey key) {
        return Optional.ofNullable(records.get(key));
    }

    /** Returns whether an announcement of a log is due, or being made. */
    boolean isAnnounced(String log) {
        return records.keySet().stream()
                .anyMatch(key -> key.collection().startsWith(DUE) && key.id().equals("announce:" + log));
    }

    boolean isSubscribed(String name) {
        return records.containsKey(new RecordKey(SUBSCRIBER, "all", name));
    }

    Optional<Fields> fields(RecordKey key) {
        return find(key).map(record -> Fields.of(record.payload()));
    }

    Collection<StoredRecord> all() {
        return records.values();
    }

    List<StoredRecord> of(String collection) {
        return records.values().stream()
                .filter(record -> record.key().collection().equals(collection))
                .toList();
    }

    /** Returns the events of a calendar, by event id. */
    Map<String, Event> events(String calendar) {
        Map<String, Event> byId = new HashMap<>();
        events.getOrDefault(calendar, Map.of())
                .values()
                .forEach(event -> byId.put(event.ref().eventId(), event));
        return byId;
    }

    int eventCount(String calendar) {
        return events.getOrDefault(calendar, Map.of()).size();
    }

    Optional<Event> event(RecordKey key) {
        return Optional.ofNullable(
                events.getOrDefault(calendarOf(key), Map.of()).get(key));
    }

    Event decode(StoredRecord record) {
        return codec.decode(record.payload());
    }

    /** Returns the calendar an event's record belongs to. */
    static String calendarOf(RecordKey event) {
        return event.partition();
    }

    static RecordKey calendarKey(String calendar) {
        return new RecordKey(CALENDAR, calendar.substring(0, calendar.lastIndexOf('-')), calendar);
    }

    void apply(List<Write> batch) {
        for (Write write : batch) {
            if (write instanceof Write.Put put) {
                records.put(put.key(), put.record());
                if (put.key().collection().equals(EVENT)) {
                    events.computeIfAbsent(calendarOf(put.key()), id -> new HashMap<>())
                            .put(put.key(), decode(put.record()));
                }
            } else if (write instanceof Write.Delete delete) {
                records.remove(delete.key());
                if (delete.key().collection().equals(EVENT)) {
                    events.getOrDefault(calendarOf(delete.key()), new HashMap<>())
                            .remove(delete.key());
                }
            }
        }
    }
}
