package io.calendarsync.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The overrides of a series, each led to the instance it stands for; immutable. What takes place of them, takes place
 * whether the rules name such an instance or not, and wherever it was moved to.
 *
 * @param replaced the instances that have an override of their own
 * @param present the overrides that take place, in order of the instances they stand for
 * @param models what instances look like from an instant on (RANGE=THISANDFUTURE), the master from the beginning
 */
record Overrides(Map<Instant, Placed> replaced, List<Placed> present, NavigableMap<Instant, Model> models) {

    /** Of several for one instance the single one holds before the one for all later, then the higher sequence. */
    private static final Comparator<Placed> STRENGTH = Comparator.<Placed, Boolean>comparing(
                    placed -> !placed.shape().thisAndFuture())
            .thenComparing(placed -> placed.event().revision().sequence());

    static Overrides of(Model master, Collection<Placed> placed) {
        Map<Instant, Placed> replaced = new HashMap<>();
        TreeMap<Instant, Model> models = new TreeMap<>();
        models.put(Instant.MIN, master);
        for (Placed one : placed) {
            replaced.merge(one.at(), one, (old, young) -> STRENGTH.compare(old, young) > 0 ? old : young);
        }
        placed.stream()
                .filter(one -> one.shape().thisAndFuture())
                .sorted(Comparator.comparingLong(one -> one.event().revision().sequence()))
                .forEach(one -> models.put(one.at(), one.model()));
        List<Placed> present = new ArrayList<>(replaced.values());
        present.removeIf(one -> one.event().isCancelled());
        present.sort(Comparator.comparing(Placed::at));
        return new Overrides(Map.copyOf(replaced), List.copyOf(present), Collections.unmodifiableNavigableMap(models));
    }

    /** Returns what an instance without an override of its own looks like. */
    Model model(Instant at) {
        return models.floorEntry(at).getValue();
    }

    /** Returns whether all instances look like the master. */
    boolean haveRange() {
        return models.size() > 1;
    }

    /** Returns the furthest any instance is moved to later, or to earlier if {@code sign} is negative; 0 or more. */
    Duration furthestShift(int sign) {
        return models.values().stream()
                .skip(1)
                .map(model -> model.shift().multipliedBy(sign))
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** Returns the longest any instance without an override of its own may take. */
    Duration longest() {
        return models.values().stream().map(Model::longest).reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
}
