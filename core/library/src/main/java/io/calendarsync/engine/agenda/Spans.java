package io.calendarsync.engine.agenda;

import java.util.Arrays;

/**
 * Stretches of time, packed into arrays by their start, that answer what is busy. A stretch has a start and a later end,
 * which is not in it; units are the caller's own. Immutable.
 */
final class Spans {

    /** Is told of two that share some time, by their numbers as they were added, the one that starts first before the other. */
    interface Pairs {
        void pair(int one, int other);
    }

    private final int[] numbers;
    private final long[] starts;
    private final long[] ends;

    /** The latest end of all that start no later: where it is not after an instant, nothing reaches beyond it. */
    private final long[] reaches;

    private Spans(int[] numbers, long[] starts, long[] ends) {
        this.numbers = numbers;
        this.starts = starts;
        this.ends = ends;
        this.reaches = ends.clone();
        for (int i = 1; i < reaches.length; i++) {
            reaches[i] = Math.max(reaches[i - 1], reaches[i]);
        }
    }

    /**
     * Packs stretches; those without length block no time and are left out.
     *
     * @param starts where each begins
     * @param ends where each ends, as many
     */
    static Spans of(long[] starts, long[] ends) {
        int[] order = order(starts, ends);
        long[] sortedStarts = new long[order.length];
        long[] sortedEnds = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            sortedStarts[i] = starts[order[i]];
            sortedEnds[i] = ends[order[i]];
        }
        return new Spans(order, sortedStarts, sortedEnds);
    }

    private static int[] order(long[] starts, long[] ends) {
        int[] numbers = new int[starts.length];
        int kept = 0;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < ends[i]) {
                numbers[kept++] = i;
            }
        }
        return new SpanOrder(starts, ends).sorted(Arrays.copyOf(numbers, kept));
    }

    /** Returns how many there are. */
    int size() {
        return starts.length;
    }

    /** Returns whether none shares any time with the stretch from one instant to another. */
    boolean isFree(long from, long to) {
        int before = firstFrom(to) - 1;
        return before < 0 || reaches[before] <= from;
    }

    /**
     * Returns the start of a stretch where none shares any time with it; otherwise the first later instant at which one
     * of that length may begin. Only where they are merged.
     */
    long freeFrom(long from, long to) {
        int before = firstFrom(to) - 1;
        return before < 0 || ends[before] <= from ? from : ends[before];
    }

    /** Returns the place of the first that starts at or after an instant. */
    private int firstFrom(long instant) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Shows all pairs that share some time; takes time by their number, and one look at each stretch. */
    void overlaps(Pairs pairs) {
        for (int i = 0; i < starts.length; i++) {
            long end = ends[i];
            for (int j = i + 1; j < starts.length && starts[j] < end; j++) {
                pairs.pair(numbers[i], numbers[j]);
            }
        }
    }

    /** Returns what is covered: stretches that neither share time nor touch. */
    Spans merged() {
        long[] from = new long[starts.length];
        long[] to = new long[starts.length];
        int last = -1;
        for (int i = 0; i < starts.length; i++) {
            if (last >= 0 && starts[i] <= to[last]) {
                to[last] = Math.max(to[last], ends[i]);
            } else {
                last++;
                from[last] = starts[i];
                to[last] = ends[i];
            }
        }
        int[] order = new int[last + 1];
        Arrays.setAll(order, i -> i);
        return new Spans(order, Arrays.copyOf(from, last + 1), Arrays.copyOf(to, last + 1));
    }

    /** Returns where one begins, counted by start. */
    long start(int place) {
        return starts[place];
    }

    /** Returns where one ends, counted by start. */
    long end(int place) {
        return ends[place];
    }
}
