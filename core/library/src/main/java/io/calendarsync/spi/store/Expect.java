package io.calendarsync.spi.store;

import java.util.OptionalLong;

/**
 * What must be true of a key for a commit to happen.
 *
 * @since 0.1
 */
public sealed interface Expect {

    /** No record has the key. */
    record Absent() implements Expect {
        @Override
        public boolean holds(OptionalLong current) {
            return current.isEmpty();
        }
    }

    /** The record exists with exactly this version. */
    record Version(long version) implements Expect {
        @Override
        public boolean holds(OptionalLong current) {
            return current.isPresent() && current.getAsLong() == version;
        }
    }

    /** Nothing is asked. */
    record Any() implements Expect {
        @Override
        public boolean holds(OptionalLong current) {
            return true;
        }
    }

    /**
     * {@return whether this holds of a key whose record has that version, empty where no record has the key}
     *
     * @param current the version of the key's record, empty where there is none
     */
    boolean holds(OptionalLong current);

    /** {@return the expectation that no record has the key} */
    static Expect absent() {
        return new Absent();
    }

    /**
     * {@return the expectation that the record has exactly this version}
     *
     * @param version positive, as a read gave it
     */
    static Expect version(long version) {
        return new Version(version);
    }

    /** {@return the expectation that always holds} */
    static Expect any() {
        return new Any();
    }
}
