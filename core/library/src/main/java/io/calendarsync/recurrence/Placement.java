package io.calendarsync.recurrence;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.RecurrenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instance each override stands for: the one that starts at its instant, else the one at its wall clock (as
 * Exchange writes them, without a zone), else the only one of its day (as a date). One that fits none is an instance of
 * its own. Confined to one series.
 */
final class Placement {

    private final SeriesClock clock;
    private final Originals originals;
    private final Steps steps;
    private final Map<Event, Placed> placed = new LinkedHashMap<>();
    private long lastOfInterest = WallClocks.FIRST;
    private @Nullable List<Original> counted;

    Placement(SeriesClock clock, Originals originals, Steps steps) {
        this.clock = clock;
        this.originals = originals;
        this.steps = steps;
    }

    Collection<Placed> place(Collection<Event> overrides) {
        List<Function<Event, @Nullable Placed>> ways =
                List.of(this::atItsInstant, this::atItsWallClock, this::onlyOneOfItsDay, this::onItsOwn);
        overrides.forEach(override -> extend(day(id(override))));
        for (var way : ways) {
            for (Event override : overrides) {
                if (!placed.containsKey(override)) {
                    Placed found = way.apply(override);
                    if (found != null) {
                        placed.put(override, found);
                    }
                }
            }
        }
        return placed.values();
    }

    private void extend(LocalDate day) {
        lastOfInterest = Math.max(lastOfInterest, startOf(day) + 3 * WallClocks.DAY);
    }

    private @Nullable Placed atItsInstant(Event override) {
        Instant at = clock.at(id(override));
        ZoneRules rules = clock.zone().getRules();
        long to = WallClocks.latest(at, rules) + 1;
        return isDayOnly(id(override))
                ? null
                : first(
                        override,
                        between(WallClocks.earliest(at, rules), to),
                        original -> original.at().equals(at));
    }

    private @Nullable Placed atItsWallClock(Event override) {
        long clock = WallClocks.seconds(id(override).local());
        return isDayOnly(id(override)) ? null : first(override, between(clock, clock + 1), original -> true);
    }

    private static @Nullable Placed first(Event override, List<Original> originals, Predicate<Original> fits) {
        return originals.stream()
                .filter(fits)
                .findFirst()
                .map(original -> placed(override, original))
                .orElse(null);
    }

    private @Nullable Placed onlyOneOfItsDay(Event override) {
        LocalDate day = day(id(override));
        List<Original> ofThatDay = between(startOf(day), startOf(day) + WallClocks.DAY);
        boolean taken = ofThatDay.size() != 1
                || placed.values().stream()
                        .anyMatch(other -> other.at().equals(ofThatDay.get(0).at()));
        return taken ? null : placed(override, ofThatDay.get(0));
    }

    private Placed onItsOwn(Event override) {
        Instant at = clock.at(id(override));
        return new Placed(override, shape(override), clock.local(at), at);
    }

    private static Placed placed(Event override, Original original) {
        return new Placed(override, shape(override), original.local(), original.at());
    }

    /** Returns the instances of a stretch of wall clock; each once. What has to be counted is counted once. */
    private List<Original> between(long from, long to) {
        if (!originals.isCounted()) {
            return list(from, to);
        }
        if (counted == null) {
            counted = list(WallClocks.FIRST, lastOfInterest);
        }
        return counted.subList(place(counted, from), place(counted, to));
    }

    /** Returns the place of the first that is not before a wall clock. */
    private static int place(List<Original> originals, long clock) {
        int low = 0;
        int high = originals.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (originals.get(middle).clock() < clock) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Original> list(long from, long to) {
        Originals.Walk walk = originals.walk(from, to, steps, clock.reader());
        Map<Instant, Original> found = new LinkedHashMap<>();
        for (Original next = walk.next(); next != null; next = walk.next()) {
            found.putIfAbsent(next.at(), next);
        }
        return new ArrayList<>(found.values());
    }

    /** A date names a day and no instance, unless the series has one instance a day by its nature. */
    private boolean isDayOnly(RecurrenceId id) {
        return id instanceof RecurrenceId.OnDate && clock.kind() != SeriesClock.Kind.ALL_DAY;
    }

    private LocalDate day(RecurrenceId id) {
        return isDayOnly(id)
                ? id.local().toLocalDate()
                : clock.local(clock.at(id)).toLocalDate();
    }

    private static long startOf(LocalDate day) {
        return day.toEpochDay() * WallClocks.DAY;
    }

    private static RecurrenceId id(Event override) {
        return shape(override).recurrenceId();
    }

    private static EventShape.Override shape(Event override) {
        if (override.shape() instanceof EventShape.Override shape) {
            return shape;
        }
        throw new IllegalArgumentException("not an override of an instance: " + override.ref());
    }
}
