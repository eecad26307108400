package io.calendarsync.engine.record;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps the events of calendars, and which overrides belong to which series. Every commit carries the calendar's state,
 * which orders them; that a new event is not there yet is expected all the same, for it spares stores a look-up.
 * Thread-safe.
 */
public final class EventRecords {

    private static final int KEYS_A_PAGE = 1000;
    private static final int RECORDS_AN_EVENT = 3;

    private final Records records;
    private final EventCodec codec;

    /** Opens them. */
    public EventRecords(Records records, EventCodec codec) {
        this.records = records;
        this.codec = codec;
    }

    /** Returns those of the events that are stored, by event id. */
    public Map<String, KnownEvent> find(CalendarId calendar, Collection<String> eventIds) {
        Map<RecordKey, String> ids = new LinkedHashMap<>();
        eventIds.forEach(id -> ids.put(key(calendar, Keys.of(id)), id));
        Map<String, KnownEvent> found = new HashMap<>();
        records.read(ids.keySet()).forEach((key, record) -> found.put(ids.get(key), known(record)));
        return found;
    }

    /** Returns the events that stand at those places and have not changed since. */
    public List<KnownEvent> at(CalendarId calendar, Collection<EventKey> places) {
        Set<Long> versions = new HashSet<>();
        places.forEach(place -> versions.add(place.version()));
        return nowAt(calendar, places).stream()
                .filter(known -> versions.contains(known.key().version()))
                .toList();
    }

    /** Returns the events that stand at those places, changed since or not. */
    public List<KnownEvent> nowAt(CalendarId calendar, Collection<EventKey> places) {
        return records
                .read(places.stream().map(place -> key(calendar, place.id())).toList())
                .values()
                .stream()
                .map(this::known)
                .toList();
    }

    /** Returns the event ids of the stored overrides of a series. */
    public List<String> overridesOf(CalendarId calendar, String seriesId) {
        return records.all(Scan.of(Keyspace.OVERRIDE).in(Keyspace.overridesOf(calendar, seriesId))).stream()
                .map(record -> Fields.of(record.payload()).text("event"))
                .toList();
    }

    /**
     * Returns a page of a calendar's events, by their start.
     *
     * @throws InvalidRequest if the cursor is none, which only the store can tell
     */
    public Paged<KnownEvent> page(CalendarId calendar, Optional<String> after, int limit) {
        Scan scan = all(calendar).limit(limit);
        try {
            RecordPage page = records.scan(after.map(scan::after).orElse(scan));
            return new Paged<>(page.records().stream().map(this::known).toList(), page.next());
        } catch (StoreException e) {
            if (after.isPresent() && e.getCause() instanceof IllegalArgumentException) {
                throw new InvalidRequest(
                        "This is no cursor of these events: hand back what a page gave as next, or none to begin anew",
                        FaultSource.unknown(),
                        e);
            }
            throw e;
        }
    }

    /**
     * Returns the events that may touch an interval, whoever looks at them: masters of series with the overrides that
     * matter there, and single events. Reads what lies around the interval, and what is listed as long and has not ended
     * before it; never the whole calendar.
     */
    public List<KnownEvent> touching(CalendarId calendar, Interval within) {
        Instant from = within.start().minus(Extents.ANY_ZONE);
        Instant before = within.end().plus(Extents.ANY_ZONE);
        List<KnownEvent> found = new ArrayList<>();
        records.each(all(calendar).from(from).before(before), record -> found.add(known(record)));
        Set<RecordKey> earlier = new LinkedHashSet<>();
        records.each(all(calendar).from(from.minus(Extents.LONG)).before(from).withoutPayloads(), record -> {
            if (!record.until().isBefore(from)) {
                earlier.add(record.key());
            }
        });
        records.each(
                Scan.of(Keyspace.LONG_EVENT).in(calendar.value()).from(from).withoutPayloads(),
                listing -> earlier.add(key(calendar, listing.key().id())));
        found.forEach(known -> earlier.remove(key(calendar, known.key().id())));
        records.read(earlier).values().stream()
                .filter(record -> record.at().isBefore(before))
                .forEach(record -> found.add(known(record)));
        found.addAll(mastersAway(calendar, found));
        found.addAll(shiftedWith(calendar, found));
        return found;
    }

    /** Where later instances are shifted, any override of the series may be of one that would come to lie here. */
    private Collection<KnownEvent> shiftedWith(CalendarId calendar, List<KnownEvent> found) {
        Set<String> series = new LinkedHashSet<>();
        for (KnownEvent known : found) {
            if (known.event().shape() instanceof EventShape.Override override && override.thisAndFuture()) {
                series.add(override.seriesId());
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        series.forEach(one -> wanted.addAll(overridesOf(calendar, one)));
        found.forEach(known -> wanted.remove(known.event().ref().eventId()));
        return find(calendar, wanted).values();
    }

    /** A series that is over may have an instance that was moved to later. */
    private Collection<KnownEvent> mastersAway(CalendarId calendar, List<KnownEvent> found) {
        Set<String> wanted = new HashSet<>();
        for (KnownEvent known : found) {
            if (known.event().shape() instanceof EventShape.Override override) {
                wanted.add(override.seriesId());
            }
        }
        found.forEach(known -> wanted.remove(known.event().ref().eventId()));
        return find(calendar, wanted).values();
    }

    /** Shows every event of a calendar. */
    public void each(CalendarId calendar, Consumer<Event> action) {
        records.each(all(calendar), record -> action.accept(known(record).event()));
    }

    /** Shows where every event of a calendar stands, without its content. */
    public void eachKey(CalendarId calendar, Consumer<EventKey> action) {
        records.each(
                all(calendar).limit(KEYS_A_PAGE).withoutPayloads(),
                record -> action.accept(new EventKey(record.key().id(), record.version(), record.until())));
    }

    /** Creates an event or writes over what is known of it. */
    public void put(Commit commit, Event event, String fingerprint, Optional<KnownEvent> before) {
        CalendarId calendar = event.ref().calendarId();
        RecordKey key = key(calendar, Keys.of(event.ref().eventId()));
        UnknownMembers unknown = before.map(KnownEvent::unknown).orElse(UnknownMembers.none());
        Extent extent = Extents.of(event);
        long version = commit.put(
                key,
                extent.from(),
                extent.until(),
                ContentMark.of(event, fingerprint).text(),
                codec.encode(event, unknown),
                before.isPresent() ? Expect.any() : Expect.absent());
        Set<RecordKey> listed = listings(event, extent.isLong(), key.id());
        before.ifPresent(known -> listings(known).stream()
                .filter(listing -> !listed.contains(listing))
                .forEach(listing -> commit.delete(listing, known.key().version())));
        if (!listed.isEmpty()) {
            byte[] payload = Fields.none().put("event", event.ref().eventId()).bytes();
            listed.forEach(listing -> commit.put(listing, version, extent.until(), payload));
        }
    }

    /** Removes an event. */
    public void delete(Commit commit, KnownEvent known) {
        EventKey at = known.key();
        commit.delete(key(known.event().ref().calendarId(), at.id()), at.version());
        listings(known).forEach(listing -> commit.delete(listing, at.version()));
    }

    private static Set<RecordKey> listings(KnownEvent known) {
        return listings(
                known.event(), Extents.isLong(known.event()), known.key().id());
    }

    /**
     * Where else an event is listed: with the long spans and series of its calendar, which a scan of a stretch of time
     * would miss, and with the overrides of its series. A listing has its event's version and stands at its end.
     */
    private static Set<RecordKey> listings(Event event, boolean isLong, String id) {
        CalendarId calendar = event.ref().calendarId();
        Set<RecordKey> listings = new HashSet<>();
        if (isLong) {
            listings.add(new RecordKey(Keyspace.LONG_EVENT, calendar.value(), id));
        }
        if (event.shape() instanceof EventShape.Override override) {
            String partition = Keyspace.overridesOf(calendar, override.seriesId());
            listings.add(new RecordKey(Keyspace.OVERRIDE, partition, id));
        }
        return listings;
    }

    /** Removes everything kept for a calendar; used once its state says that nothing is written any more. */
    public int erase(CalendarId calendar) {
        int erased = 0;
        int staged = 0;
        Commit commit = records.begin();
        for (StoredRecord record : records.all(all(calendar))) {
            if (!commit.fits(RECORDS_AN_EVENT)) {
                erased += commit.run() ? staged : 0;
                staged = 0;
                commit = records.begin();
            }
            delete(commit, known(record));
            staged++;
        }
        erased += staged > 0 && commit.run() ? staged : 0;
        return erased + records.removeAll(Scan.of(Keyspace.LONG_EVENT).in(calendar.value()));
    }

    byte[] plain(KnownEvent known) {
        return codec.plain(known.event(), known.unknown());
    }

    private KnownEvent known(StoredRecord record) {
        EventKey at = new EventKey(record.key().id(), record.version(), record.until());
        ContentMark mark = ContentMark.read(record.fingerprint());
        return new KnownEvent(at, mark, () -> codec.decodeStored(record.payload()));
    }

    private static Scan all(CalendarId calendar) {
        return Scan.of(Keyspace.EVENT).in(calendar.value());
    }

    private static RecordKey key(CalendarId calendar, String id) {
        return new RecordKey(Keyspace.EVENT, calendar.value(), id);
    }
}
