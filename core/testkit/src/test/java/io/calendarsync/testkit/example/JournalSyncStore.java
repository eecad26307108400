package io.calendarsync.testkit.example;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The worked example of the guide: everything in the heap, every commit appended to a file before it is answered. For
 * one process; its instance is the database. Thread-safe.
 */
final class JournalSyncStore implements SyncStore, AutoCloseable {

    private final InMemorySyncStore memory = new InMemorySyncStore();
    private final ReentrantLock commits = new ReentrantLock();
    private final FileChannel file;
    private boolean uncertain;

    private JournalSyncStore(FileChannel file) {
        this.file = file;
    }

    static JournalSyncStore open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        JournalSyncStore store = new JournalSyncStore(file);
        store.replay();
        return store;
    }

    @Override
    public StoreLimits limits() {
        return memory.limits();
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        return memory.read(keys);
    }

    @Override
    public RecordPage scan(Scan scan) {
        return memory.scan(scan);
    }

    /** The lock makes comparing, writing and applying one step, which is how a check holds at the commit. */
    @Override
    public CommitResult commit(List<Write> batch) {
        limits().requireCommittable(batch);
        commits.lock();
        try {
            Set<RecordKey> stale = stale(batch);
            if (!stale.isEmpty()) {
                return CommitResult.stale(stale);
            }
            append(batch);
            return memory.commit(batch);
        } finally {
            commits.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Set<RecordKey> stale(List<Write> batch) {
        Map<RecordKey, StoredRecord> current = memory
                .read(batch.stream().map(Write::key).toList())
                .stream()
                .collect(Collectors.toMap(StoredRecord::key, Function.identity()));
        return batch.stream()
                .filter(write -> !write.expect().holds(version(current, write.key())))
                .map(Write::key)
                .collect(Collectors.toSet());
    }

    private static OptionalLong version(Map<RecordKey, StoredRecord> records, RecordKey key) {
        StoredRecord record = records.get(key);
        return record == null ? OptionalLong.empty() : OptionalLong.of(record.version());
    }

    /** A frame that was written in part is none: what an exception left behind is decided when the file is next opened. */
    private void append(List<Write> batch) {
        if (uncertain) {
            throw new StoreException("the journal has to be opened again after a failed commit");
        }
        try {
            uncertain = true;
            JournalFrame.write(file, batch);
            file.force(false);
            uncertain = false;
        } catch (IOException e) {
            throw new StoreException("could not append a commit to the journal", e);
        }
    }

    private void replay() throws IOException {
        long end = 0;
        for (List<Write> batch : JournalFrame.readAll(file)) {
            memory.commit(batch);
            end += JournalFrame.size(batch);
        }
        file.truncate(end).position(end);
    }
}
