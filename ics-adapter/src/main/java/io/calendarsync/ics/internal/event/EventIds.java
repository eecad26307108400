package io.calendarsync.ics.internal.event;

import io.calendarsync.model.RecurrenceId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names the entries of one body.
 *
 * <p>An id is the UID, and for an override {@code UID#recurrenceId}. The start is no part of it, so that an event that
 * moves stays the same event. Only where several entries share UID and recurrence id, the start is added to all but the
 * first of them: {@code UID@start}. First is a series before a single event, then the earliest: the order in the file
 * would swap ids whenever a sender shuffles its entries. Entries that share the start too are versions of one; the
 * highest SEQUENCE stands, then the one that repeats, then the last in the file.
 *
 * <p>Dates are written {@code 20261120}, floating times {@code 20261120T090000}, all others in UTC {@code
 * 20261120T080000Z}, whatever zone the sender wrote them in. A recurrence id first takes the type of its series' start.
 */
final class EventIds {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private static final Comparator<Found> BETTER_VERSION = Comparator.comparingLong(Found::sequence)
            .thenComparing(Found::repeats)
            .thenComparingInt(Found::start);

    private final Map<String, RecurrenceId> seriesStarts = new HashMap<>();
    private final Findings unreported = new Findings();

    private EventIds(List<Found> all) {
        for (Found found : all) {
            if (found.repeats() && found.times().recurrenceId().isEmpty()) {
                start(found).ifPresent(start -> seriesStarts.put(found.uid(), start));
            }
        }
    }

    /** Returns the entries in the order of the text, each under an id of its own. */
    static List<Entry> assign(List<Found> all) {
        return new EventIds(all).entries(all);
    }

    private List<Entry> entries(List<Found> all) {
        Map<String, List<Entry>> byKey = new LinkedHashMap<>();
        for (Found found : all) {
            Optional<RecurrenceId> replaced = recurrenceId(found);
            String key = replaced.map(id -> found.uid() + "#" + text(id)).orElse(found.uid());
            byKey.computeIfAbsent(key, none -> new ArrayList<>(1)).add(new Entry(key, replaced, found));
        }
        Set<String> taken = new HashSet<>();
        List<Entry> named = new ArrayList<>(all.size());
        for (List<Entry> sharing : byKey.values()) {
            for (Entry entry : sharing.size() == 1 ? sharing : apart(sharing)) {
                named.add(unique(entry, taken));
            }
        }
        named.sort(Comparator.comparingInt(entry -> entry.found().start()));
        return named;
    }

    private Optional<RecurrenceId> recurrenceId(Found found) {
        return found.times()
                .recurrenceId()
                .flatMap(line -> new TimeValues(found.scope().zones()).of(line, unreported))
                .map(id -> likeSeries(found, id));
    }

    private RecurrenceId likeSeries(Found found, RecurrenceId id) {
        RecurrenceId start = seriesStarts.get(found.uid());
        ZoneId floatingZone = found.scope().zones().floatingZone();
        return start == null ? id : Coercion.toTypeOf(start, id, floatingZone);
    }

    private List<Entry> apart(List<Entry> sharing) {
        Map<String, Entry> byStart = new HashMap<>();
        for (Entry entry : sharing) {
            byStart.merge(startText(entry), entry, EventIds::better);
        }
        List<Entry> standing = new ArrayList<>(byStart.values());
        standing.sort(
                Comparator.comparing((Entry entry) -> !entry.found().repeats()).thenComparing(this::startText));
        for (int i = 1; i < standing.size(); i++) {
            Entry entry = standing.get(i);
            standing.set(i, renamed(entry, entry.eventId() + "@" + startText(entry)));
        }
        return standing;
    }

    private static Entry better(Entry one, Entry other) {
        return BETTER_VERSION.compare(one.found(), other.found()) > 0 ? one : other;
    }

    /** Only a UID that looks like another's id with its additions can still collide. */
    private static Entry unique(Entry entry, Set<String> taken) {
        String id = entry.eventId();
        while (!taken.add(id)) {
            id += "@";
        }
        return id.equals(entry.eventId()) ? entry : renamed(entry, id);
    }

    private static Entry renamed(Entry entry, String id) {
        return new Entry(id, entry.recurrenceId(), entry.found());
    }

    private Optional<RecurrenceId> start(Found found) {
        return found.times()
                .start()
                .flatMap(line -> new TimeValues(found.scope().zones()).of(line, unreported));
    }

    private String startText(Entry entry) {
        return start(entry.found()).map(EventIds::text).orElse("");
    }

    private static String text(RecurrenceId id) {
        if (id instanceof RecurrenceId.OnDate day) {
            return day.date().format(DateTimeFormatter.BASIC_ISO_DATE);
        }
        if (id instanceof RecurrenceId.Zoned at) {
            Instant instant = at.instant(at.zone());
            return LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
        }
        return LOCAL.format(id.local());
    }
}
