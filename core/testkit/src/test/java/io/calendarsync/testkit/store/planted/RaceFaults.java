package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Faults that show when two threads or two nodes meet. */
final class RaceFaults {

    private RaceFaults() {}

    /** Looks at some of the writes first and commits the others afterwards. */
    abstract static class LooksFirst extends BrokenStore {
        private final Predicate<Write> early;

        LooksFirst(SyncStore inner, Predicate<Write> early) {
            super(inner);
            this.early = early;
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            Set<RecordKey> stale = batch.stream()
                    .filter(early)
                    .filter(write -> !holds(write))
                    .map(Write::key)
                    .collect(Collectors.toSet());
            if (!stale.isEmpty()) {
                return CommitResult.stale(stale);
            }
            pause();
            return inner.commit(batch.stream().map(this::seen).toList());
        }

        private Write seen(Write write) {
            if (!early.test(write)) {
                return write;
            }
            return write instanceof Write.Put put
                    ? new Write.Put(put.record(), Expect.any())
                    : new Write.Check(write.key(), Expect.any());
        }
    }

    /** Reads what is checked without locking it. */
    static final class ChecksBeforeTheCommit extends LooksFirst {
        ChecksBeforeTheCommit(SyncStore inner) {
            super(inner, write -> write instanceof Write.Check);
        }
    }

    /** Locks the rows that are there, and forgets that absent rows cannot be locked. */
    static final class ChecksAbsenceBeforeTheCommit extends LooksFirst {
        ChecksAbsenceBeforeTheCommit(SyncStore inner) {
            super(inner, write -> write instanceof Write.Check && write.expect() instanceof Expect.Absent);
        }
    }

    /** Selects, compares in the program, then updates by key. */
    static final class ComparesThenReplaces extends LooksFirst {
        ComparesThenReplaces(SyncStore inner) {
            super(inner, write -> write instanceof Write.Put && write.expect() instanceof Expect.Version);
        }
    }

    /** Selects, finds nothing, then upserts. */
    static final class LooksThenCreates extends LooksFirst {
        LooksThenCreates(SyncStore inner) {
            super(inner, write -> write instanceof Write.Put && write.expect() instanceof Expect.Absent);
        }
    }

    /** Locks what it writes before what it checks, and waits for ever. */
    static final class LocksInTheOrderOfUse extends BrokenStore {
        private final Map<RecordKey, ReentrantLock> locks = new ConcurrentHashMap<>();

        LocksInTheOrderOfUse(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return locked(
                    batch.stream()
                            .sorted((one, other) ->
                                    Boolean.compare(one instanceof Write.Check, other instanceof Write.Check))
                            .map(Write::key)
                            .toList(),
                    batch);
        }

        private CommitResult locked(List<RecordKey> keys, List<Write> batch) {
            if (keys.isEmpty()) {
                return inner.commit(batch);
            }
            ReentrantLock lock = locks.computeIfAbsent(keys.get(0), key -> new ReentrantLock());
            lock.lock();
            try {
                if (keys.size() < 50) {
                    pause();
                    return locked(keys.subList(1, keys.size()), batch);
                }
                return inner.commit(batch);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Keeps what it read until it writes that key itself; other instances write too. */
    static final class CachesReads extends BrokenStore {
        private final Map<RecordKey, List<StoredRecord>> cache = new HashMap<>();

        CachesReads(SyncStore inner) {
            super(inner);
        }

        @Override
        public synchronized List<StoredRecord> read(Collection<RecordKey> keys) {
            return keys.stream()
                    .distinct()
                    .flatMap(key -> cache.computeIfAbsent(key, missing -> inner.read(List.of(missing))).stream())
                    .toList();
        }

        @Override
        public synchronized CommitResult commit(List<Write> batch) {
            batch.forEach(write -> cache.remove(write.key()));
            return inner.commit(batch);
        }
    }
}
