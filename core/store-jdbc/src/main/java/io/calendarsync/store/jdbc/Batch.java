package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A commit in the order that makes it right: first every row that must exist is locked, in the order of the keys, and
 * compared; then what must not exist is inserted, where the unique index makes rivals wait; then the rest is written.
 * {@code docs/decisions/0003-jdbc-locking.md} has the reasons.
 *
 * @param writes all of it, sorted by key
 * @param creations what must be new
 * @param replacements what replaces a locked row, or creates it where that is allowed
 * @param removals what goes
 * @param placeholders rows that stand for checks of absent keys until the end of the transaction
 */
record Batch(
        List<Write> writes,
        List<StoredRecord> creations,
        List<StoredRecord> replacements,
        List<RecordKey> removals,
        List<RecordKey> placeholders) {

    private static final byte[] NOTHING = {};

    static Batch of(List<Write> writes) {
        Batch batch = new Batch(writes, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        writes.forEach(batch::sort);
        return batch;
    }

    private void sort(Write write) {
        boolean absent = write.expect() instanceof Expect.Absent;
        if (write instanceof Write.Put put) {
            (absent ? creations : replacements).add(put.record());
        } else if (write instanceof Write.Delete) {
            removals.add(write.key());
        } else if (absent) {
            creations.add(placeholder(write.key()));
            placeholders.add(write.key());
        }
    }

    private static StoredRecord placeholder(RecordKey key) {
        return new StoredRecord(key, 1, StoredRecord.EARLIEST, StoredRecord.EARLIEST, "", NOTHING);
    }

    /**
     * Writes the batch, or finds what is stale.
     *
     * @param hopeful whether keys that should be absent are first found not to be when inserting them fails
     */
    CommitResult apply(SqlDialect dialect, Connection connection, boolean hopeful) throws SQLException {
        List<Write> compared =
                writes.stream().filter(write -> isCompared(write, hopeful)).toList();
        if (compared.size() == 1 && SingleRow.isChange(compared.get(0))) {
            return applyAround(compared.get(0), dialect, connection);
        }
        Set<RecordKey> stale = stale(compared, dialect.lock(connection, keys(compared)));
        if (!stale.isEmpty()) {
            return CommitResult.stale(stale);
        }
        dialect.insert(connection, creations);
        dialect.put(connection, replacements);
        dialect.delete(connection, removals);
        dialect.delete(connection, placeholders);
        return CommitResult.committed();
    }

    /** Where only one row must exist and is changed, changing it is locking and comparing it: one round trip less. */
    private CommitResult applyAround(Write change, SqlDialect dialect, Connection connection) throws SQLException {
        if (!SingleRow.change(connection, dialect.table(), change)) {
            return CommitResult.stale(Set.of(change.key()));
        }
        dialect.insert(connection, creations);
        dialect.delete(connection, placeholders);
        return CommitResult.committed();
    }

    private static List<RecordKey> keys(List<Write> writes) {
        return writes.stream().map(Write::key).toList();
    }

    private static Set<RecordKey> stale(List<Write> compared, Map<RecordKey, Long> versions) {
        Set<RecordKey> stale = new LinkedHashSet<>();
        for (Write write : compared) {
            Long version = versions.get(write.key());
            if (!write.expect().holds(version == null ? OptionalLong.empty() : OptionalLong.of(version))) {
                stale.add(write.key());
            }
        }
        return stale;
    }

    private static boolean isCompared(Write write, boolean hopeful) {
        if (write instanceof Write.Check && write.expect() instanceof Expect.Any) {
            return false;
        }
        return !hopeful || !(write.expect() instanceof Expect.Absent);
    }
}
