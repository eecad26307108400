package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the events of calendars, and which overrides belong to which series. Writes carry no expectation of their own:
 * every commit carries the calendar's state, which orders them. Thread-safe.
 */
public final class EventRecords {

    private static final int KEYS_A_PAGE = 1000;

    private final Records records;
    private final EventCodec codec;

    /** Opens them. */
    public EventRecords(Records records, EventCodec codec) {
        this.records = records;
        this.codec = codec;
    }

    /** Returns those of the events that are stored, by event id. */
    public Map<String, KnownEvent> find(CalendarId calendar, Collection<String> eventIds) {
        List<RecordKey> keys = new ArrayList<>(eventIds.size() * 2);
        for (String eventId : eventIds) {
            String id = Keys.of(eventId);
            keys.add(key(calendar, id, false));
            keys.add(key(calendar, id, true));
        }
        Map<String, KnownEvent> found = new HashMap<>();
        records.read(keys).values().forEach(record -> {
            KnownEvent known = known(calendar, record);
            found.put(known.event().ref().eventId(), known);
        });
        return found;
    }

    /** Returns the events that stand at those places and have not changed since. */
    public List<KnownEvent> at(CalendarId calendar, Collection<EventKey> places) {
        Map<RecordKey, Long> versions = new HashMap<>();
        places.forEach(place -> versions.put(key(calendar, place.id(), place.isLong()), place.version()));
        return records.read(versions.keySet()).values().stream()
                .filter(record -> versions.get(record.key()) == record.version())
                .map(record -> known(calendar, record))
                .toList();
    }

    /** Returns the event ids of the stored overrides of a series. */
    public List<String> overridesOf(CalendarId calendar, String seriesId) {
        String partition = Keyspace.overridesOf(calendar, seriesId);
        return records.all(Scan.of(Keyspace.OVERRIDE).in(partition)).stream()
                .map(record -> Fields.of(record.payload()).text("event"))
                .toList();
    }

    /** Returns a page of a calendar's events, series and long ones first. */
    public Paged<KnownEvent> page(CalendarId calendar, Optional<String> after, int limit) {
        boolean inLong = after.isEmpty() || after.get().startsWith("L");
        Scan scan = Scan.of(Keyspace.EVENT).in(partition(calendar, inLong)).limit(limit);
        Optional<String> token = after.map(text -> text.substring(1)).filter(text -> !text.isEmpty());
        RecordPage page = records.scan(token.map(scan::after).orElse(scan));
        Optional<String> next = page.next().map(text -> (inLong ? "L" : "S") + text);
        return new Paged<>(
                page.records().stream().map(record -> known(calendar, record)).toList(),
                next.isEmpty() && inLong ? Optional.of("S") : next);
    }

    /** Shows where every event of a calendar stands, without its content. */
    public void eachKey(CalendarId calendar, Consumer<EventKey> action) {
        for (boolean inLong : new boolean[] {true, false}) {
            Scan scan = Scan.of(Keyspace.EVENT)
                    .in(partition(calendar, inLong))
                    .limit(KEYS_A_PAGE)
                    .withoutPayloads();
            records.each(
                    scan,
                    record -> action.accept(new EventKey(record.key().id(), inLong, record.version(), record.until())));
        }
    }

    /** Creates an event or writes over what is known of it. */
    public void put(
            Commit commit,
            Event event,
            String fingerprint,
            UnknownMembers unknown,
            Extent extent,
            Optional<EventKey> before) {
        CalendarId calendar = event.ref().calendarId();
        before.filter(known -> known.isLong() != extent.isLong())
                .ifPresent(known -> commit.delete(key(calendar, known.id(), known.isLong()), known.version()));
        RecordKey key = key(calendar, Keys.of(event.ref().eventId()), extent.isLong());
        long version =
                commit.put(key, extent.from(), extent.until(), fingerprint, codec.encode(event, unknown), Expect.any());
        if (event.shape() instanceof EventShape.Override override) {
            byte[] payload = Fields.none().put("event", event.ref().eventId()).bytes();
            commit.put(overrideKey(calendar, override, key.id()), version, payload);
        }
    }

    /** Removes an event. */
    public void delete(Commit commit, KnownEvent known) {
        CalendarId calendar = known.event().ref().calendarId();
        EventKey at = known.key();
        commit.delete(key(calendar, at.id(), at.isLong()), at.version());
        if (known.event().shape() instanceof EventShape.Override override) {
            commit.delete(overrideKey(calendar, override, at.id()), at.version());
        }
    }

    /** Removes everything kept for a calendar; used once its state says that nothing is written any more. */
    public int erase(CalendarId calendar) {
        List<String> series = new ArrayList<>();
        Scan all = Scan.of(Keyspace.EVENT).in(partition(calendar, true));
        records.each(
                all, record -> series.add(known(calendar, record).event().ref().eventId()));
        records.each(
                Scan.of(Keyspace.EVENT).in(partition(calendar, false)), record -> seriesOf(calendar, record, series));
        int erased = 0;
        for (String one : series) {
            erased += records.removeAll(Scan.of(Keyspace.OVERRIDE).in(Keyspace.overridesOf(calendar, one)));
        }
        erased += records.removeAll(all);
        return erased + records.removeAll(Scan.of(Keyspace.EVENT).in(partition(calendar, false)));
    }

    byte[] plain(KnownEvent known) {
        return codec.plain(known.event(), known.unknown());
    }

    private void seriesOf(CalendarId calendar, StoredRecord record, List<String> series) {
        if (known(calendar, record).event().shape() instanceof EventShape.Override override) {
            series.add(override.seriesId());
        }
    }

    private KnownEvent known(CalendarId calendar, StoredRecord record) {
        StoredEvent stored = codec.decodeStored(record.payload());
        boolean isLong = record.key().partition().equals(partition(calendar, true));
        EventKey at = new EventKey(record.key().id(), isLong, record.version(), record.until());
        return new KnownEvent(stored.event(), record.fingerprint(), stored.unknown(), at);
    }

    private static RecordKey key(CalendarId calendar, String id, boolean isLong) {
        return new RecordKey(Keyspace.EVENT, partition(calendar, isLong), id);
    }

    private static String partition(CalendarId calendar, boolean isLong) {
        return isLong ? Keyspace.longPartition(calendar) : calendar.value();
    }

    private static RecordKey overrideKey(CalendarId calendar, EventShape.Override override, String id) {
        return new RecordKey(Keyspace.OVERRIDE, Keyspace.overridesOf(calendar, override.seriesId()), id);
    }
}
