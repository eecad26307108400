package io.calendarsync.testkit.fault;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * One call to a {@link FaultyStore}.
 *
 * @since 0.1
 */
public sealed interface StoreCall {

    /** The methods of the storage SPI that reach the database. */
    enum Kind {
        /** {@code SyncStore.read}. */
        READ,
        /** {@code SyncStore.commit}. */
        COMMIT,
        /** {@code SyncStore.scan}. */
        SCAN
    }

    /** {@return 1 for the first call, then counting up, per {@link FaultyStore}} */
    long number();

    /** {@return which method was called} */
    Kind kind();

    /**
     * Records are read.
     *
     * @param number 1 for the first call, then counting up
     * @param keys which
     */
    record Read(long number, List<RecordKey> keys) implements StoreCall {
        /**
         * Copies the keys.
         *
         * @param number 1 for the first call, then counting up
         * @param keys which
         */
        public Read {
            keys = List.copyOf(keys);
        }

        @Override
        public Kind kind() {
            return Kind.READ;
        }
    }

    /**
     * A batch is committed.
     *
     * @param number 1 for the first call, then counting up
     * @param batch the writes
     * @param result what came of it; absent before the commit
     */
    record Commit(long number, List<Write> batch, Optional<CommitResult> result) implements StoreCall {
        /**
         * Copies the batch.
         *
         * @param number 1 for the first call, then counting up
         * @param batch the writes
         * @param result what came of it; absent before the commit
         */
        public Commit {
            batch = List.copyOf(batch);
        }

        @Override
        public Kind kind() {
            return Kind.COMMIT;
        }

        /** {@return whether the batch has become durable} */
        public boolean happened() {
            return result.filter(CommitResult.Committed.class::isInstance).isPresent();
        }
    }

    /**
     * A page is scanned.
     *
     * @param number 1 for the first call, then counting up
     * @param scan which
     */
    record ScanPage(long number, Scan scan) implements StoreCall {
        @Override
        public Kind kind() {
            return Kind.SCAN;
        }
    }
}
