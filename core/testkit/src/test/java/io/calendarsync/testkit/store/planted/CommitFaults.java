package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Faults of commits that one thread can see. */
final class CommitFaults {

    private CommitFaults() {}

    /** Applies one write after the other, without a transaction around them. */
    static final class WritesOneByOne extends BrokenStore {
        WritesOneByOne(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            for (Write write : batch) {
                CommitResult result = inner.commit(List.of(write));
                if (result instanceof CommitResult.Stale) {
                    return result;
                }
            }
            return CommitResult.committed();
        }
    }

    /** Splits batches where the database's driver takes only so many rows at a time. */
    static final class SplitsLargeBatches extends BrokenStore {
        private static final int ROWS = 100;

        SplitsLargeBatches(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            for (int from = 0; from < batch.size(); from += ROWS) {
                CommitResult result = inner.commit(batch.subList(from, Math.min(batch.size(), from + ROWS)));
                if (result instanceof CommitResult.Stale) {
                    return result;
                }
            }
            return CommitResult.committed();
        }
    }

    /** Leaves checks out, since they write nothing. */
    static final class IgnoresChecks extends BrokenStore {
        IgnoresChecks(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream()
                    .filter(write -> !(write instanceof Write.Check))
                    .toList());
        }
    }

    /** Deletes by key alone. */
    static final class DeletesAnyVersion extends BrokenStore {
        DeletesAnyVersion(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream().map(this::anyVersion).toList());
        }

        private Write anyVersion(Write write) {
            OptionalLong version = version(write.key());
            return write instanceof Write.Delete && version.isPresent()
                    ? new Write.Delete(write.key(), version.getAsLong())
                    : write;
        }
    }

    /** Takes a delete that hit no row for one that worked. */
    static final class DeletesAbsentKeys extends BrokenStore {
        DeletesAbsentKeys(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream()
                    .filter(write -> !(write instanceof Write.Delete)
                            || version(write.key()).isPresent())
                    .toList());
        }
    }

    /** Upserts what should be created. */
    static final class OverwritesInsteadOfCreating extends BrokenStore {
        OverwritesInsteadOfCreating(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream()
                    .map(write -> write instanceof Write.Put put && put.expect() instanceof Expect.Absent
                            ? new Write.Put(put.record(), Expect.any())
                            : write)
                    .toList());
        }
    }

    /** Inserts where anything may be there. */
    static final class TreatsAnyAsAbsent extends BrokenStore {
        TreatsAnyAsAbsent(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream()
                    .map(write -> write instanceof Write.Put put && put.expect() instanceof Expect.Any
                            ? new Write.Put(put.record(), Expect.absent())
                            : write)
                    .toList());
        }
    }

    /** Compares how often a row was written since it was created, which starts again for a row created again. */
    static final class CountsWritesInsteadOfComparingVersions extends BrokenStore {
        private final Map<RecordKey, Map<Long, Integer>> counts = new HashMap<>();

        CountsWritesInsteadOfComparingVersions(SyncStore inner) {
            super(inner);
        }

        @Override
        public synchronized CommitResult commit(List<Write> batch) {
            CommitResult result = inner.commit(batch.stream().map(this::byCount).toList());
            if (result instanceof CommitResult.Committed) {
                batch.forEach(this::count);
            }
            return result;
        }

        private Write byCount(Write write) {
            if (!(write.expect() instanceof Expect.Version expected)) {
                return write;
            }
            OptionalLong current = version(write.key());
            Map<Long, Integer> seen = counts.getOrDefault(write.key(), Map.of());
            if (current.isEmpty()
                    || seen.getOrDefault(expected.version(), -1) != (int) seen.getOrDefault(current.getAsLong(), 0)) {
                return write;
            }
            if (write instanceof Write.Delete) {
                return new Write.Delete(write.key(), current.getAsLong());
            }
            return write instanceof Write.Put put
                    ? new Write.Put(put.record(), Expect.version(current.getAsLong()))
                    : new Write.Check(write.key(), Expect.version(current.getAsLong()));
        }

        private void count(Write write) {
            if (write instanceof Write.Put put) {
                Map<Long, Integer> seen = counts.computeIfAbsent(write.key(), key -> new HashMap<>());
                int next = put.expect() instanceof Expect.Version expected
                        ? seen.getOrDefault(expected.version(), 0) + 1
                        : 1;
                seen.put(put.record().version(), next);
            }
        }
    }

    /** Holds versions in a type with 53 bits, as JSON numbers and spreadsheets do. */
    static final class ComparesVersionsAsDoubles extends BrokenStore {
        ComparesVersionsAsDoubles(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            return inner.commit(batch.stream().map(this::rounded).toList());
        }

        private Write rounded(Write write) {
            OptionalLong current = version(write.key());
            if (!(write.expect() instanceof Expect.Version expected)
                    || current.isEmpty()
                    || (double) expected.version() != (double) current.getAsLong()) {
                return write;
            }
            Expect equal = Expect.version(current.getAsLong());
            if (write instanceof Write.Delete) {
                return new Write.Delete(write.key(), current.getAsLong());
            }
            return write instanceof Write.Put put
                    ? new Write.Put(put.record(), equal)
                    : new Write.Check(write.key(), equal);
        }
    }

    /** Knows only that some row count was short, and blames the whole batch. */
    static final class NamesEveryKeyAsStale extends BrokenStore {
        NamesEveryKeyAsStale(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            CommitResult result = inner.commit(batch);
            return result instanceof CommitResult.Stale
                    ? CommitResult.stale(batch.stream().map(Write::key).collect(Collectors.toSet()))
                    : result;
        }
    }

    /** Leaves what it wrote so far behind when it dies. */
    static final class LeavesHalfBehindWhenItDies extends BrokenStore {
        LeavesHalfBehindWhenItDies(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            inner.commit(batch.subList(0, batch.size() / 2));
            throw new StoreException("died");
        }
    }

    /** Dies after it said that all is durable, and nothing was. */
    static final class LosesWhatItAnswered extends BrokenStore {
        LosesWhatItAnswered(SyncStore inner) {
            super(inner);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            throw new StoreException("died");
        }
    }
}
