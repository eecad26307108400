package io.calendarsync.benchmarks;

import java.util.OptionalDouble;

/**
 * Which two methods of a JMH class are compared.
 *
 * @param subject what is measured; empty where the parameters of the class say it
 * @param ours the method that measures us
 * @param peer who it is compared with
 * @param theirs the method that measures the peer
 * @param goal the most ours may be, in multiples of theirs; empty where it is only for comparison
 */
public record Pairing(String subject, String ours, String peer, String theirs, OptionalDouble goal) {

    /** Compares two methods, with a goal. */
    public static Pairing of(String subject, String ours, String peer, String theirs, double goal) {
        return new Pairing(subject, ours, peer, theirs, OptionalDouble.of(goal));
    }

    /** Compares two methods without one. */
    public static Pairing of(String subject, String ours, String peer, String theirs) {
        return new Pairing(subject, ours, peer, theirs, OptionalDouble.empty());
    }
}
