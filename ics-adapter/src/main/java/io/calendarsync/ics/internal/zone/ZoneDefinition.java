package io.calendarsync.ics.internal.zone;

import io.calendarsync.ics.internal.zone.Observance.Onset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a VTIMEZONE says: its observances.
 *
 * @param observances in any order
 */
public record ZoneDefinition(List<Observance> observances) {

    /** More than the whole history of any zone takes. */
    private static final int MOST_OBSERVANCES = 500;

    private static final int MOST_RULES = 50;

    /** Copies the list. */
    public ZoneDefinition {
        observances = List.copyOf(observances);
    }

    /** Returns how many onsets have to be looked at. */
    long cost(Years years) {
        long cost = 0;
        for (Observance one : observances) {
            cost += 1 + one.dates().size() + (long) one.rules().size() * (years.last() - years.first() + 3);
        }
        return cost;
    }

    /** Returns the offsets it gives in some years; empty if it gives none, or cannot be understood. */
    Optional<Offsets> offsets(Years years) {
        boolean readable = !observances.isEmpty()
                && observances.size() <= MOST_OBSERVANCES
                && observances.stream().mapToInt(one -> one.rules().size()).sum() <= MOST_RULES;
        if (!readable) {
            return Optional.empty();
        }
        List<Onset> onsets = new ArrayList<>();
        for (Observance observance : observances) {
            Optional<List<Onset>> some = observance.onsets(years);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            onsets.addAll(some.get());
        }
        onsets.sort(Comparator.comparing(Onset::at));
        return Optional.of(offsets(onsets, years));
    }

    private Offsets offsets(List<Onset> onsets, Years years) {
        Instant begin = years.begin();
        ZoneOffset offset = beforeAll();
        ZoneOffset initial = offset;
        List<Onset> changes = new ArrayList<>();
        for (Onset onset : onsets) {
            if (!onset.at().isAfter(begin)) {
                initial = onset.to();
            } else if (onset.at().isBefore(years.end()) && !onset.to().equals(offset)) {
                changes.add(onset);
            }
            offset = onset.to();
        }
        return new Offsets(initial, changes);
    }

    private ZoneOffset beforeAll() {
        return observances.stream()
                .min(Comparator.comparing(Observance::start))
                .map(Observance::from)
                .orElse(ZoneOffset.UTC);
    }

    /**
     * Offsets over some years.
     *
     * @param initial the one they begin with
     * @param changes the changes within
     */
    record Offsets(ZoneOffset initial, List<Onset> changes) {

        boolean isFixed() {
            return changes.isEmpty();
        }
    }
}
