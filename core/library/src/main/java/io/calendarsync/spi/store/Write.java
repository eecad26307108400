package io.calendarsync.spi.store;

/**
 * One line of a commit.
 *
 * @since 0.1
 */
public sealed interface Write {

    /** {@return the key this line is about} */
    RecordKey key();

    /** {@return what must be true of the key for the commit to happen} */
    Expect expect();

    /** Creates the record or replaces all of it. */
    record Put(StoredRecord record, Expect expect) implements Write {
        @Override
        public RecordKey key() {
            return record.key();
        }
    }

    /** Removes the record, which must have exactly this version. */
    record Delete(RecordKey key, long expected) implements Write {
        @Override
        public Expect expect() {
            return Expect.version(expected);
        }
    }

    /** Changes nothing, yet the commit happens only if this holds at commit time. {@code Any} always holds. */
    record Check(RecordKey key, Expect expect) implements Write {}
}
