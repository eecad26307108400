package io.calendarsync.spi.store;

import java.util.Set;

/**
 * What came of a commit.
 *
 * @since 0.1
 */
public sealed interface CommitResult {

    /** All of it is durable. */
    record Committed() implements CommitResult {}

    /**
     * None of it happened.
     *
     * @param keys at least one key whose expectation did not hold
     */
    record Stale(Set<RecordKey> keys) implements CommitResult {
        /**
         * Copies the keys.
         *
         * @param keys at least one key whose expectation did not hold
         * @throws IllegalArgumentException if there are none
         */
        public Stale {
            keys = Set.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a stale commit names at least one key");
            }
        }
    }

    /** {@return the result of a commit that happened} */
    static CommitResult committed() {
        return new Committed();
    }

    /**
     * {@return the result of a commit that did not happen because of these keys}
     *
     * @param keys those whose expectation did not hold, at least one
     */
    static CommitResult stale(Set<RecordKey> keys) {
        return new Stale(keys);
    }
}
