package io.calendarsync.sandbox.google.list;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** How many rows a page has: as many as were asked for, or fewer, or none, as was arranged. Confined to the world's lock. */
public final class PageSizes {

    private final Deque<Integer> arranged = new ArrayDeque<>();
    private OptionalInt cap = OptionalInt.empty();

    /** Arranges the sizes of the next pages; 0 is an empty one, and each says that more will come. */
    public void arrange(int... sizes) {
        for (int size : sizes) {
            arranged.add(size);
        }
    }

    /** Lets no page have more rows, whatever is asked for. */
    public void cap(int most) {
        cap = OptionalInt.of(most);
    }

    /** Returns the size of the next page. */
    Size next(int asked, int most) {
        int full = Math.min(Math.min(asked, most), cap.orElse(most));
        Integer shorter = arranged.poll();
        return shorter == null ? new Size(full, false) : new Size(Math.min(full, shorter), true);
    }

    /** How many rows; whether more is said to come even if none does. */
    record Size(int rows, boolean saysMore) {}
}
