package io.calendarsync.engine.agenda;

/**
 * Orders stretches of time by start, then by end; equal ones stay as they are. A merge sort of plain numbers: those of the
 * JDK compare objects, which takes most of the time. What comes in order, as from a store, is looked at once. Confined to
 * one thread.
 */
final class SpanOrder {

    private final long[] starts;
    private final long[] ends;

    SpanOrder(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Returns the numbers of stretches in the order of the stretches; may use the array it is given. */
    int[] sorted(int[] numbers) {
        int[] from = numbers;
        int[] to = new int[numbers.length];
        for (int width = 1; width < numbers.length; width *= 2) {
            for (int low = 0; low < numbers.length; low += 2 * width) {
                int middle = Math.min(low + width, numbers.length);
                merge(from, to, low, middle, Math.min(low + 2 * width, numbers.length));
            }
            int[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private void merge(int[] from, int[] to, int low, int middle, int high) {
        if (middle == high || !isAfter(from[middle - 1], from[middle])) {
            System.arraycopy(from, low, to, low, high - low);
            return;
        }
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takesLeft = left < middle && (right == high || !isAfter(from[left], from[right]));
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    private boolean isAfter(int one, int other) {
        return starts[one] != starts[other] ? starts[one] > starts[other] : ends[one] > ends[other];
    }
}
