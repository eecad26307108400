package io.calendarsync.engine.agenda;

import java.util.function.LongBinaryOperator;

/**
 * What the engine answers from, opened to the benchmark: core keeps it to itself, so this class lives in its package.
 * Immutable.
 */
public final class BusyTimes {

    private final Spans spans;

    private BusyTimes(Spans spans) {
        this.spans = spans;
    }

    /** Packs stretches of time: where each begins and ends. */
    public static BusyTimes of(long[] starts, long[] ends) {
        return new BusyTimes(Spans.of(starts, ends));
    }

    /** Returns whether nothing takes place from one instant to another. */
    public boolean isFree(long from, long to) {
        return spans.isFree(from, to);
    }

    /** Returns a sum over all pairs that share some time, so that each has been looked at. */
    public long pairs(LongBinaryOperator value) {
        Sum sum = new Sum(value);
        spans.overlaps(sum);
        return sum.total;
    }

    /** Returns what is covered. */
    public BusyTimes merged() {
        return new BusyTimes(spans.merged());
    }

    /** Returns how many stretches there are. */
    public int size() {
        return spans.size();
    }

    /** Adds up what pairs are worth; confined to one thread. */
    private static final class Sum implements Spans.Pairs {

        private final LongBinaryOperator value;
        private long total;

        Sum(LongBinaryOperator value) {
            this.value = value;
        }

        @Override
        public void pair(int one, int other) {
            total += value.applyAsLong(one, other);
        }
    }
}
