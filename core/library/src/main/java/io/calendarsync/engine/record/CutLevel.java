package io.calendarsync.engine.record;

import java.util.List;

/**
 * How much of an event that is too large is left.
 *
 * @param description most characters of the description
 * @param elements most elements of a list
 * @param text most characters of any other text
 * @param dates most extra and excepted dates of a series
 */
record CutLevel(int description, int elements, int text, int dates) {

    private static final int ALL = Integer.MAX_VALUE;

    /** From mild to harsh; what the last leaves takes under 50 kB whatever the event was. */
    static final List<CutLevel> IN_ORDER = List.of(
            new CutLevel(4_000, ALL, ALL, ALL),
            new CutLevel(4_000, 200, ALL, ALL),
            new CutLevel(1_000, 100, 2_000, ALL),
            new CutLevel(1_000, 50, 500, 1_000),
            new CutLevel(500, 5, 500, 100),
            new CutLevel(0, 0, 300, 0));

    boolean keepsDates() {
        return dates == ALL;
    }
}
