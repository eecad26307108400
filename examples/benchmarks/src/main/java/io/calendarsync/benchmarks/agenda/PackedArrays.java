package io.calendarsync.benchmarks.agenda;

import java.util.Arrays;

/**
 * The floor: what can be had by hand where nothing else is asked for. A start and a length share one number, so that
 * sorting is that of the JDK for numbers, and who is who is forgotten. Immutable.
 */
final class PackedArrays {

    private static final int LENGTH_BITS = 20;
    private static final long LENGTH = (1L << LENGTH_BITS) - 1;

    private final long[] starts;
    private final long[] ends;
    private final long[] reaches;

    private PackedArrays(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.reaches = ends.clone();
        for (int i = 1; i < reaches.length; i++) {
            reaches[i] = Math.max(reaches[i - 1], reaches[i]);
        }
    }

    static PackedArrays of(long[] starts, long[] ends) {
        long[] packed = sorted(starts, ends);
        long[] sortedStarts = new long[packed.length];
        long[] sortedEnds = new long[packed.length];
        for (int i = 0; i < packed.length; i++) {
            sortedStarts[i] = packed[i] >> LENGTH_BITS;
            sortedEnds[i] = sortedStarts[i] + (packed[i] & LENGTH);
        }
        return new PackedArrays(sortedStarts, sortedEnds);
    }

    private static long[] sorted(long[] starts, long[] ends) {
        long[] packed = new long[starts.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (starts[i] << LENGTH_BITS) | (ends[i] - starts[i]);
        }
        Arrays.sort(packed);
        return packed;
    }

    /** Sorts and sweeps in one; returns how many stretches are covered. */
    static int merge(long[] starts, long[] ends) {
        long[] packed = sorted(starts, ends);
        int covered = 0;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < packed.length; i++) {
            long start = packed[i] >> LENGTH_BITS;
            long to = start + (packed[i] & LENGTH);
            if (start > end) {
                packed[covered++] = start;
                end = to;
            } else if (to > end) {
                end = to;
            }
        }
        return covered;
    }

    boolean isFree(long from, long to) {
        int place = Arrays.binarySearch(starts, to);
        int before = place < 0 ? -place - 1 : place;
        while (before > 0 && starts[before - 1] >= to) {
            before--;
        }
        return before == 0 || reaches[before - 1] <= from;
    }

    /** Returns how many pairs share some time, each looked at. */
    long pairs() {
        long pairs = 0;
        for (int i = 0; i < starts.length; i++) {
            long end = ends[i];
            for (int j = i + 1; j < starts.length && starts[j] < end; j++) {
                pairs++;
            }
        }
        return pairs;
    }
}
