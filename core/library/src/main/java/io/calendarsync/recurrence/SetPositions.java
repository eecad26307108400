package io.calendarsync.recurrence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Picks instances out of those of a period (BYSETPOS); without positions it picks all. Immutable. */
final class SetPositions {

    private final int[] positions;

    SetPositions(Rule rule) {
        this.positions =
                rule.by(ByPart.BYSETPOS).stream().mapToInt(position -> position).toArray();
    }

    /** Returns the picked ones of a set of this size. */
    Picked of(int size) {
        if (positions.length == 0) {
            return new Picked(null, size);
        }
        int[] indexes = new int[positions.length];
        int found = 0;
        for (int position : positions) {
            int index = position > 0 ? position - 1 : size + position;
            if (index >= 0 && index < size) {
                indexes[found++] = index;
            }
        }
        Arrays.sort(indexes, 0, found);
        return new Picked(indexes, distinct(indexes, found));
    }

    /** Moves what is there once to the front, and returns how many that are. */
    private static int distinct(int[] sorted, int size) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || sorted[i] != sorted[kept - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept;
    }

    /** Indexes of a set, ascending. */
    static final class Picked {

        private final int @Nullable [] indexes;
        private final int size;

        private Picked(int @Nullable [] indexes, int size) {
            this.indexes = indexes;
            this.size = size;
        }

        int size() {
            return size;
        }

        int get(int number) {
            return indexes == null ? number : indexes[number];
        }
    }
}
