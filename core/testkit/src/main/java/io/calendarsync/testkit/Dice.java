package io.calendarsync.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chance that repeats: the same seed gives the same throws on every machine and JDK (SplitMix64).
 *
 * <p>Confined to one thread. {@link #split} gives dice for a part of a test whose throws do not depend on how often
 * other parts have thrown.
 *
 * @since 0.1
 */
public final class Dice implements RandomGenerator {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    private Dice(long seed) {
        this.seed = seed;
        this.state = mix(seed + GOLDEN);
    }

    /**
     * {@return dice that start from that seed}
     *
     * @param seed any number; the same seed throws the same
     */
    public static Dice of(long seed) {
        return new Dice(seed);
    }

    /** {@return the seed these dice started from, to be printed with a failure} */
    public long seed() {
        return seed;
    }

    /**
     * {@return other dice that depend on the seed and these salts only, not on what was thrown so far}
     *
     * @param salts any numbers, such as the number of a case
     */
    public Dice split(long... salts) {
        long mixed = seed;
        for (long salt : salts) {
            mixed = mix(mixed ^ mix(salt + GOLDEN)) + GOLDEN;
        }
        return new Dice(mixed);
    }

    /**
     * {@return other dice that depend on the seed and this name only}
     *
     * @param name any text, such as that of a test
     */
    public Dice split(String name) {
        return split(name.hashCode(), name.length());
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    // The bounded throws are our own too: those of the JDK are not promised to stay the same.

    @Override
    public int nextInt(int bound) {
        requirePositive(bound);
        return (int) (((nextLong() >>> 33) * bound) >>> 31);
    }

    @Override
    public int nextInt(int least, int bound) {
        return least + nextInt(Math.subtractExact(bound, least));
    }

    @Override
    public long nextLong(long bound) {
        requirePositive(bound);
        return (nextLong() >>> 1) % bound;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /**
     * {@return true with that probability}
     *
     * @param probability 0 for never, 1 for always
     */
    public boolean chance(double probability) {
        return probability > 0 && nextDouble() < probability;
    }

    /**
     * {@return a number from {@code least} to {@code most}, both included}
     *
     * @param least the least number
     * @param most the greatest number, not less than {@code least}
     */
    public int between(int least, int most) {
        return nextInt(least, most + 1);
    }

    /**
     * {@return one of the items, each as likely}
     *
     * @param <T> the kind of item
     * @param items one or more
     * @throws IllegalArgumentException if there is none
     */
    public <T> T choose(List<T> items) {
        return items.get(nextInt(items.size()));
    }

    /**
     * {@return one of the items, each as likely}
     *
     * @param <T> the kind of item
     * @param first the first item
     * @param others the others, may be none
     */
    @SafeVarargs
    public final <T> T choose(T first, T... others) {
        int index = nextInt(others.length + 1);
        return index == 0 ? first : others[index - 1];
    }

    /**
     * {@return one of the items, each as likely as its weight says}
     *
     * @param <T> the kind of item
     * @param items at least one of them with a weight above 0
     * @throws IllegalArgumentException if no weight is above 0
     */
    public <T> T weighted(List<Weighted<T>> items) {
        int total = items.stream().mapToInt(Weighted::weight).sum();
        int left = nextInt(total);
        for (Weighted<T> candidate : items) {
            left -= candidate.weight();
            if (left < 0) {
                return candidate.item();
            }
        }
        throw new IllegalStateException("weights add up to " + total);
    }

    /**
     * {@return the items in another order, each order as likely}
     *
     * @param <T> the kind of item
     * @param items not changed
     */
    public <T> List<T> shuffled(Collection<T> items) {
        List<T> result = new ArrayList<>(items);
        for (int last = result.size() - 1; last > 0; last--) {
            T moved = result.get(last);
            int other = nextInt(last + 1);
            result.set(last, result.get(other));
            result.set(other, moved);
        }
        return result;
    }

    /**
     * An item and how likely it is.
     *
     * @param <T> the kind of item
     * @param weight 0 for never; twice the weight, twice as likely
     * @param item what may be chosen
     */
    public record Weighted<T>(int weight, T item) {
        /**
         * Checks the weight.
         *
         * @param weight 0 for never; twice the weight, twice as likely
         * @param item what may be chosen
         * @throws IllegalArgumentException if it is negative
         */
        public Weighted {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight must not be negative: " + weight);
            }
        }
    }

    private static void requirePositive(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("there is nothing to choose from below " + bound);
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public String toString() {
        return "Dice[seed=" + seed + "]";
    }
}
