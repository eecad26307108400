package io.calendarsync.recurrence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks instances out of those of a period (BYSETPOS); without positions it picks all. Immutable. */
final class SetPositions {

    private final List<Integer> positions;

    SetPositions(Rule rule) {
        this.positions = rule.by(ByPart.BYSETPOS);
    }

    /** Returns the picked ones of a set of this size. */
    Picked of(int size) {
        if (positions.isEmpty()) {
            return new Picked(null, size);
        }
        int[] indexes = positions.stream()
                .mapToInt(position -> position > 0 ? position - 1 : size + position)
                .filter(index -> index >= 0 && index < size)
                .sorted()
                .distinct()
                .toArray();
        return new Picked(indexes, size);
    }

    /** Indexes of a set, ascending. */
    static final class Picked {

        private final int @Nullable [] indexes;
        private final int all;

        private Picked(int @Nullable [] indexes, int all) {
            this.indexes = indexes;
            this.all = all;
        }

        int size() {
            return indexes == null ? all : indexes.length;
        }

        int get(int number) {
            return indexes == null ? number : indexes[number];
        }
    }
}
