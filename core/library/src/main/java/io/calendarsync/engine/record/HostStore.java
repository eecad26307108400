package io.calendarsync.engine.record;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A host's store, made safe to call. Whatever it throws is turned into the one fault the engine knows: it is unknown what
 * happened. No call is made on an interrupted thread, or a store over file channels would lose its file to the interrupt
 * ({@link java.nio.channels.ClosedByInterruptException}); the thread is left as interrupted as it was.
 */
record HostStore(SyncStore store) implements SyncStore {

    @Override
    public StoreLimits limits() {
        return store.limits();
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        return declared("read", () -> store.read(keys));
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        return declared("commit", () -> store.commit(batch));
    }

    @Override
    public RecordPage scan(Scan scan) {
        return declared("scan", () -> store.scan(scan));
    }

    private static <T> T declared(String what, Supplier<T> call) {
        boolean interrupted = Thread.interrupted();
        try {
            return call.get();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StoreException("The store failed at " + what, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
