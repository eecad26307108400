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
        public Stale {
            keys = Set.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a stale commit names at least one key");
            }
        }
    }

    /** Returns the result of a commit that happened. */
    static CommitResult committed() {
        return new Committed();
    }

    /** Returns the result of a commit that did not happen because of these keys. */
    static CommitResult stale(Set<RecordKey> keys) {
        return new Stale(keys);
    }
}
