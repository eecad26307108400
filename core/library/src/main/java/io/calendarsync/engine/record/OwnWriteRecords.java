package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what the library has written to events, or is writing, so that its echo is not taken for news. What it is creating
 * has no id yet: that stands under the mark the event will bear. Thread-safe.
 */
public final class OwnWriteRecords {

    private static final int MOST_TAGS = 8;
    private static final int MOST_FLIGHTS = 3;
    private static final String CREATION = "creation ";

    private final Records records;

    /** Opens them. */
    public OwnWriteRecords(Records records) {
        this.records = records;
    }

    /**
     * What was written to an event, save what is stored of it already.
     *
     * @param replaced the version tags of what was written over, the latest last
     * @param flights the writes that are not answered, the latest last
     */
    public record Written(List<String> replaced, List<Flight> flights) {
        /** Copies the lists. */
        public Written {
            replaced = List.copyOf(replaced);
            flights = List.copyOf(flights);
        }

        /** Returns that nothing was. */
        public static Written nothing() {
            return new Written(List.of(), List.of());
        }

        /** Returns it with a write on its way. */
        public Written sending(Flight next) {
            return new Written(replaced, more(flights, next, MOST_FLIGHTS));
        }

        /** Returns it with a write answered that was written over a version, empty for none. */
        public Written answered(String version) {
            return new Written(version.isEmpty() ? replaced : more(replaced, version, MOST_TAGS), List.of());
        }

        private static <T> List<T> more(List<T> known, T one, int most) {
            List<T> all = new ArrayList<>(known);
            all.remove(one);
            all.add(one);
            return all.subList(Math.max(0, all.size() - most), all.size());
        }
    }

    /**
     * A write on its way.
     *
     * @param fingerprint what it must leave, empty for a deletion
     * @param fields the names of the fields that was made from; none for all of them
     */
    public record Flight(String fingerprint, List<String> fields) {
        /** Copies the list. */
        public Flight {
            fields = List.copyOf(fields);
        }

        /** Returns that of a deletion. */
        public static Flight deletion() {
            return new Flight("", List.of());
        }
    }

    /** Returns under which name a creation's flight stands, until the event has an id. */
    public static String creation(String marker) {
        return CREATION + marker;
    }

    /** Writes down what is being, or was, written to an event. */
    public void put(Commit commit, CalendarId calendar, String eventId, Written written) {
        Fields fields = Fields.none().put("event", eventId).put("replaced", written.replaced());
        fields.put("flights", written.flights().size());
        for (int i = 0; i < written.flights().size(); i++) {
            Flight flight = written.flights().get(i);
            fields.put(
                    "flight" + i,
                    Fields.none().put("leaves", flight.fingerprint()).put("fields", flight.fields()));
        }
        commit.put(key(calendar, eventId), fields.bytes(), Expect.any());
    }

    /** Forgets what was being written. */
    public void forget(Commit commit, CalendarId calendar, String eventId) {
        RecordKey key = key(calendar, eventId);
        records.read(key).ifPresent(record -> commit.delete(key, record.version()));
    }

    /** Returns what was written to those of the events that were, by event id. */
    public Map<String, Written> find(CalendarId calendar, Collection<String> eventIds) {
        Map<String, Written> found = new HashMap<>();
        records.read(eventIds.stream().map(id -> key(calendar, id)).toList())
                .values()
                .forEach(record -> {
                    Fields fields = Fields.of(record.payload());
                    found.put(fields.text("event"), written(fields));
                });
        return found;
    }

    private static Written written(Fields fields) {
        List<Flight> flights = new ArrayList<>();
        for (int i = 0; i < fields.count("flights"); i++) {
            fields.child("flight" + i)
                    .ifPresent(flight -> flights.add(new Flight(flight.text("leaves"), flight.texts("fields"))));
        }
        return new Written(fields.texts("replaced"), flights);
    }

    /** Forgets all of a calendar. */
    public int erase(CalendarId calendar) {
        return records.removeAll(Scan.of(Keyspace.OWN_WRITE).in(calendar.value()));
    }

    private static RecordKey key(CalendarId calendar, String eventId) {
        return new RecordKey(Keyspace.OWN_WRITE, calendar.value(), Keys.of(eventId));
    }
}
