package io.calendarsync.ics.internal.identity;

import io.calendarsync.ics.internal.identity.Aliases.Name;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.RecurrenceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Pairs the entries of a body that nothing is stored of with the stored events that the body does not list, one to one:
 * by time, title and place, and where the feed is seen to rename its events, by less. Confined to one thread.
 *
 * <p>Series and single events come first. An override goes with its series: it is found by the instance it replaces, and
 * where it is new, named after the stored series.
 */
public final class Pairing {

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::start)
            .thenComparing(candidate -> candidate.event().ref().eventId());

    private final Set<String> feedIds;
    private final Instant now;
    private final Map<String, Candidate> stored = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Name> names = new HashMap<>();

    /** An event that has found no other yet. */
    private record Candidate(Event event, Likeness likeness, Instant start, Instant end) {

        static Candidate of(Event event) {
            var span = event.span(ZoneOffset.UTC);
            return new Candidate(event, Likeness.of(event), span.start(), span.end());
        }

        boolean isOverride() {
            return likeness.kind() == Likeness.Kind.OVERRIDE;
        }

        /** An event that is over drops out of a feed and is neither moved nor retitled. */
        boolean mayChange(Instant now) {
            return likeness.kind() == Likeness.Kind.SERIES || !end.isBefore(now);
        }
    }

    /** Which override of which series. */
    private record Instance(String seriesId, RecurrenceId recurrenceId) {}

    /**
     * Begins.
     *
     * @param feedIds the ids of the entries of the body
     */
    public Pairing(Collection<String> feedIds, Instant now) {
        this.feedIds = new HashSet<>(feedIds);
        this.now = now;
    }

    /** Takes note of a stored event. */
    public void stored(Event event) {
        String id = event.ref().eventId();
        if (feedIds.contains(id)) {
            known.add(id);
        } else {
            stored.put(id, Candidate.of(event));
        }
    }

    /** Returns whether an entry of the body stands in want of a name: nothing is stored under its own. */
    public boolean isUnknown(String feedId) {
        return !known.contains(feedId);
    }

    /** Returns whether any stored event is missing from the body, so that there is something to be found. */
    public boolean isMissingAny() {
        return !stored.isEmpty();
    }

    /**
     * Pairs.
     *
     * @param unknown the entries that want a name
     * @param renames whether the feed is known to rename its events
     */
    public Aliases pair(List<Event> unknown, boolean renames) {
        List<Candidate> entries = new ArrayList<>();
        List<Candidate> overrides = new ArrayList<>();
        for (Event event : unknown) {
            Candidate entry = Candidate.of(event);
            (entry.isOverride() ? overrides : entries).add(entry);
        }
        int unnamed = entries.size();
        boolean likely = pairSurely(entries, false);
        // One entry in many that looks like one that is gone may be chance: another booking of the same nights.
        boolean most = 2 * (unnamed - entries.size()) >= feedIds.size() - overrides.size();
        if ((likely && most) || renames) {
            pairLoosely(entries, false);
        }
        List<Candidate> orphans = overridesOfSeries(overrides);
        if (pairSurely(orphans, true) || renames) {
            pairLoosely(orphans, true);
        }
        return names.isEmpty() ? Aliases.none() : new Aliases(names);
    }

    /** Returns whether so much was found that what is left over is likely to be there too, edited. */
    private boolean pairSurely(List<Candidate> entries, boolean overrides) {
        int before = entries.size();
        for (BiFunction<Likeness, Event, Object> by : Likeness.BY.subList(0, Likeness.SURE)) {
            pairBy(by, entries, rest(overrides));
        }
        int found = before - entries.size();
        long left = Math.min(
                entries.stream().filter(entry -> entry.mayChange(now)).count(),
                rest(overrides).stream().filter(one -> one.mayChange(now)).count());
        return found > 0 && found >= left;
    }

    private void pairLoosely(List<Candidate> entries, boolean overrides) {
        entries.removeIf(entry -> !entry.mayChange(now));
        for (BiFunction<Likeness, Event, Object> by : Likeness.BY.subList(Likeness.SURE, Likeness.BY.size())) {
            List<Candidate> rest = rest(overrides);
            rest.removeIf(one -> !one.mayChange(now));
            pairBy(by, entries, rest);
        }
    }

    private List<Candidate> rest(boolean overrides) {
        List<Candidate> rest = new ArrayList<>();
        for (Candidate one : stored.values()) {
            if (one.isOverride() == overrides) {
                rest.add(one);
            }
        }
        return rest;
    }

    /** Pairs what is equal, in the order of time; takes what was paired from both sides. */
    private void pairBy(BiFunction<Likeness, Event, Object> by, List<Candidate> entries, List<Candidate> rest) {
        if (entries.isEmpty() || rest.isEmpty()) {
            return;
        }
        Map<Object, List<Candidate>> alike = new HashMap<>();
        rest.sort(ORDER.reversed());
        for (Candidate one : rest) {
            alike.computeIfAbsent(by.apply(one.likeness(), one.event()), none -> new ArrayList<>(1))
                    .add(one);
        }
        entries.sort(ORDER);
        entries.removeIf(entry -> {
            List<Candidate> candidates = alike.get(by.apply(entry.likeness(), entry.event()));
            if (candidates == null || candidates.isEmpty()) {
                return false;
            }
            name(entry.event(), candidates.remove(candidates.size() - 1).event());
            return true;
        });
    }

    private void name(Event entry, Event as) {
        String id = as.ref().eventId();
        stored.remove(id);
        names.put(entry.ref().eventId(), new Name(id, as.uid(), seriesOf(as).orElse("")));
    }

    /** Names the overrides whose series came under another name; returns those that stand alone. */
    private List<Candidate> overridesOfSeries(List<Candidate> overrides) {
        Map<Instance, Event> instances = new HashMap<>();
        for (Candidate one : rest(true)) {
            EventShape.Override shape = (EventShape.Override) one.event().shape();
            instances.put(new Instance(shape.seriesId(), shape.recurrenceId()), one.event());
        }
        List<Candidate> orphans = new ArrayList<>();
        for (Candidate override : overrides) {
            EventShape.Override shape = (EventShape.Override) override.event().shape();
            Name series = names.get(shape.seriesId());
            if (series != null) {
                nameWithin(series, override.event(), shape, instances);
            } else if (!feedIds.contains(shape.seriesId())) {
                orphans.add(override);
            }
        }
        return orphans;
    }

    private void nameWithin(Name series, Event entry, EventShape.Override shape, Map<Instance, Event> instances) {
        Event as = instances.remove(new Instance(series.eventId(), shape.recurrenceId()));
        if (as != null) {
            name(entry, as);
            return;
        }
        String feedId = entry.ref().eventId();
        String id = series.eventId() + feedId.substring(shape.seriesId().length());
        names.put(feedId, new Name(id, series.uid(), series.eventId()));
    }

    private static Optional<String> seriesOf(Event event) {
        return event.shape() instanceof EventShape.Override override
                ? Optional.of(override.seriesId())
                : Optional.empty();
    }
}
