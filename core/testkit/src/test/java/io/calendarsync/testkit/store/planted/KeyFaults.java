package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Faults that take two keys for one. */
final class KeyFaults {

    private KeyFaults() {}

    /** Compares keys by what a function makes of each of their parts, and returns them as they were first written. */
    static class Confuses extends BrokenStore {
        private final UnaryOperator<String> part;
        private final Map<RecordKey, RecordKey> written = new ConcurrentHashMap<>();

        Confuses(SyncStore inner, UnaryOperator<String> part) {
            super(inner);
            this.part = part;
        }

        RecordKey confused(RecordKey key) {
            String id = part.apply(key.id());
            return new RecordKey(part.apply(key.collection()), part.apply(key.partition()), id.isEmpty() ? "?" : id);
        }

        @Override
        public List<StoredRecord> read(Collection<RecordKey> keys) {
            return asWritten(
                    inner.read(new HashSet<>(keys.stream().map(this::confused).toList())));
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            Set<RecordKey> once = new HashSet<>();
            for (Write write : batch) {
                if (!once.add(confused(write.key()))) {
                    return CommitResult.stale(Set.of(write.key()));
                }
                written.putIfAbsent(confused(write.key()), write.key());
            }
            CommitResult result =
                    inner.commit(sorted(batch.stream().map(this::confused).toList()));
            return result instanceof CommitResult.Stale stale
                    ? CommitResult.stale(asNamed(batch, stale.keys()))
                    : result;
        }

        @Override
        public RecordPage scan(Scan scan) {
            Scan confused = new Scan(
                    part.apply(scan.collection()),
                    scan.partition().map(part),
                    scan.from(),
                    scan.before(),
                    scan.after(),
                    scan.limit(),
                    scan.payloads());
            RecordPage page = inner.scan(confused);
            return new RecordPage(asWritten(page.records()), page.next());
        }

        private Write confused(Write write) {
            if (write instanceof Write.Put put) {
                return new Write.Put(with(put.record(), confused(put.key())), put.expect());
            }
            return write instanceof Write.Delete delete
                    ? new Write.Delete(confused(delete.key()), delete.expected())
                    : new Write.Check(confused(write.key()), write.expect());
        }

        private Set<RecordKey> asNamed(List<Write> batch, Set<RecordKey> stale) {
            return batch.stream()
                    .map(Write::key)
                    .filter(key -> stale.contains(confused(key)))
                    .collect(Collectors.toSet());
        }

        private List<StoredRecord> asWritten(List<StoredRecord> records) {
            return records.stream()
                    .map(record -> with(record, written.getOrDefault(record.key(), record.key())))
                    .toList();
        }

        private static StoredRecord with(StoredRecord record, RecordKey key) {
            return new StoredRecord(
                    key, record.version(), record.at(), record.until(), record.fingerprint(), record.payload());
        }
    }

    static SyncStore foldsCase(SyncStore inner) {
        return new Confuses(inner, part -> part.toLowerCase(Locale.ROOT));
    }

    static SyncStore ignoresTrailingSpaces(SyncStore inner) {
        return new Confuses(inner, part -> part.replaceAll(" +$", ""));
    }

    static SyncStore endsKeysAtNul(SyncStore inner) {
        return new Confuses(inner, part -> part.indexOf('\0') < 0 ? part : part.substring(0, part.indexOf('\0')));
    }

    static SyncStore composesAccents(SyncStore inner) {
        return new Confuses(inner, part -> Normalizer.normalize(part, Normalizer.Form.NFC));
    }

    static SyncStore replacesSupplementaryCharacters(SyncStore inner) {
        return new Confuses(inner, part -> part.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"));
    }

    static SyncStore cutsLongKeys(SyncStore inner) {
        return new Confuses(inner, part -> part.substring(0, Math.min(part.length(), 191)));
    }

    /** Makes one text of partition and id. */
    static SyncStore joinsPartitionAndIdWithASlash(SyncStore inner) {
        return new Confuses(inner, part -> part) {
            @Override
            RecordKey confused(RecordKey key) {
                String joined = key.partition() + "/" + key.id();
                int slash = joined.indexOf('/');
                String id = joined.substring(slash + 1);
                return new RecordKey(key.collection(), joined.substring(0, slash), id.isEmpty() ? "?" : id);
            }
        };
    }
}
