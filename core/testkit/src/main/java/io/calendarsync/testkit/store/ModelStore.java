package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules written down as plainly as possible: a sorted map, filtered and sorted anew for each scan. Confined. */
final class ModelStore implements SyncStore {

    private final Map<RecordKey, StoredRecord> records = new TreeMap<>();

    OptionalLong version(RecordKey key) {
        return read(List.of(key)).stream().mapToLong(StoredRecord::version).findFirst();
    }

    Set<RecordKey> failing(List<Write> batch) {
        return batch.stream()
                .filter(write -> !write.expect().holds(version(write.key())))
                .map(Write::key)
                .collect(Collectors.toSet());
    }

    @Override
    public StoreLimits limits() {
        return StoreLimits.LEAST;
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        return records.values().stream()
                .filter(record -> keys.contains(record.key()))
                .toList();
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        Set<RecordKey> failing = failing(batch);
        if (!failing.isEmpty()) {
            return CommitResult.stale(failing);
        }
        for (Write write : batch) {
            if (write instanceof Write.Put put) {
                records.put(put.key(), put.record());
            } else if (write instanceof Write.Delete delete) {
                records.remove(delete.key());
            }
        }
        return CommitResult.committed();
    }

    /** Pages by counting, which is enough where nothing is written between two pages. */
    @Override
    public RecordPage scan(Scan scan) {
        int skip = scan.after().map(Integer::parseInt).orElse(0);
        List<StoredRecord> found = inOrder(records.values()).stream()
                .filter(record -> matches(scan, record))
                .map(record -> scan.payloads() ? record : withoutPayload(record))
                .toList();
        int end = Math.min(found.size(), skip + scan.limit());
        return new RecordPage(
                found.subList(skip, end), end == found.size() ? Optional.empty() : Optional.of(Integer.toString(end)));
    }

    /** Returns the records in the order of a scan. */
    static List<StoredRecord> inOrder(Collection<StoredRecord> records) {
        return records.stream()
                .sorted(Comparator.comparing(StoredRecord::at).thenComparing(StoredRecord::key))
                .toList();
    }

    static boolean matches(Scan scan, StoredRecord record) {
        RecordKey key = record.key();
        return key.collection().equals(scan.collection())
                && scan.partition().map(key.partition()::equals).orElse(true)
                && !record.at().isBefore(scan.from())
                && record.at().isBefore(scan.before());
    }

    static StoredRecord withoutPayload(StoredRecord record) {
        return new StoredRecord(
                record.key(), record.version(), record.at(), record.until(), record.fingerprint(), new byte[0]);
    }
}
