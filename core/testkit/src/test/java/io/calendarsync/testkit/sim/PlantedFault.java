package io.calendarsync.testkit.sim;

import java.util.List;
import java.util.stream.Stream;

/**
 * A fault put into a copy of one class of the engine.
 *
 * @param name what to call it
 * @param history which known history it belongs to
 * @param what what goes wrong with it
 * @param className the class, below {@code io.calendarsync.engine}
 * @param text what stands in its source, once
 * @param replacement what stands there instead
 * @param caughtBy the seed that caught it when it was last looked for, tried first
 */
record PlantedFault(
        String name, String history, String what, String className, String text, String replacement, long caughtBy) {

    /** All of them; written down before the simulation was tuned to catch them. */
    static List<PlantedFault> all() {
        return Stream.of(ReadingFaults.all(), TokenFaults.all(), WatchFaults.all(), PublishingFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name + " (" + history + "): " + what;
    }
}
