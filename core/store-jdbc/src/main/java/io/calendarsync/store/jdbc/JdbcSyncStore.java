package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Keeps the library's records in one table of the host's PostgreSQL or H2.
 *
 * <pre>{@code
 * JdbcSyncStore store = JdbcSyncStore.postgresql(dataSource);
 * store.createSchema();
 * }</pre>
 *
 * <p>Works under the database's default isolation, READ COMMITTED, and any stricter one. Deadlocks and serialization
 * failures are tried again a few times, after that they are a {@link StoreException}. Connections are taken for one call
 * and given back; a pool is strongly advised. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class JdbcSyncStore implements SyncStore {

    private static final int MOST_ATTEMPTS = 5;

    private final SqlDialect dialect;
    private final OwnTransactions own;
    private final Transactions transactions;

    private JdbcSyncStore(SqlDialect dialect, OwnTransactions own, Transactions transactions) {
        this.dialect = dialect;
        this.own = own;
        this.transactions = transactions;
    }

    private static JdbcSyncStore of(SqlDialect dialect, DataSource dataSource) {
        OwnTransactions own = new OwnTransactions(dataSource);
        return new JdbcSyncStore(dialect, own, own);
    }

    /**
     * {@return a store in the table {@code calendarsync_record} of a PostgreSQL database}
     *
     * @param dataSource the host's, best a pool; never closed here
     */
    public static JdbcSyncStore postgresql(DataSource dataSource) {
        return of(new PostgresqlDialect(TableName.standard()), dataSource);
    }

    /**
     * {@return a store in the table {@code calendarsync_record} of an H2 database}
     *
     * @param dataSource the host's, best a pool; never closed here
     */
    public static JdbcSyncStore h2(DataSource dataSource) {
        return of(new H2Dialect(TableName.standard()), dataSource);
    }

    /**
     * {@return this store in another table}
     *
     * @param name letters, digits and underscores, at most 40, optionally after a schema and a dot
     * @throws IllegalArgumentException if the name is anything else
     */
    public JdbcSyncStore table(String name) {
        return new JdbcSyncStore(dialect.in(TableName.of(name)), own, transactions);
    }

    /**
     * {@return this store inside a transaction of the host: what it commits becomes durable and visible with the host's
     * own rows, or is rolled back with them} It never commits, rolls back or closes the connection. Stale leaves the
     * transaction usable and changes nothing. Confined like the connection.
     *
     * @param hostTransaction a connection with auto-commit off, of the same database
     */
    public SyncStore within(Connection hostTransaction) {
        return joining(() -> Optional.of(hostTransaction));
    }

    /**
     * {@return this store joining the host's transaction whenever there is one and using transactions of its own
     * otherwise}
     *
     * @param hostTransaction asked at each call: the connection of the transaction that is open on this thread, with
     *     auto-commit off, or empty
     * @see #within
     */
    public JdbcSyncStore joining(Supplier<Optional<Connection>> hostTransaction) {
        return new JdbcSyncStore(dialect, own, new JoinedTransactions(hostTransaction, own));
    }

    /**
     * {@return the statements that create the table and its indexes, for hosts that migrate their schema themselves}
     */
    public String schema() {
        return Schema.text(dialect);
    }

    /**
     * Creates the table and its indexes where they do not exist, in a transaction of its own; any number of nodes may do so
     * at a time.
     *
     * @throws StoreException if the database refuses
     */
    public void createSchema() {
        for (int attempt = 1; ; attempt++) {
            try {
                own.attempt(connection -> Schema.create(dialect, connection));
                return;
            } catch (SQLException e) {
                // H2 fails where another session creates the same table or index; then it exists.
                if (attempt == MOST_ATTEMPTS) {
                    throw new StoreException(
                            "could not create table " + dialect.table().qualified(), e);
                }
            }
        }
    }

    @Override
    public StoreLimits limits() {
        return dialect.limits();
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        limits().requireReadable(keys);
        if (keys.isEmpty()) {
            return List.of();
        }
        List<RecordKey> distinct = List.copyOf(new LinkedHashSet<>(keys));
        try {
            return transactions.query(connection -> dialect.read(connection, distinct));
        } catch (SQLException e) {
            throw new StoreException("could not read " + distinct.size() + " records", e);
        }
    }

    @Override
    public RecordPage scan(Scan scan) {
        ScanStatement statement = new ScanStatement(dialect.table(), scan);
        try {
            return transactions.query(statement::run);
        } catch (SQLException e) {
            throw new StoreException("could not scan collection " + scan.collection(), e);
        }
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        limits().requireCommittable(batch);
        if (batch.isEmpty()) {
            return CommitResult.committed();
        }
        Batch sorted = Batch.of(batch);
        for (int attempt = 1; ; attempt++) {
            boolean first = attempt == 1;
            try {
                return transactions.attempt(connection -> sorted.apply(dialect, connection, first));
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !transactions.mayRepeatAfter(e)) {
                    throw new StoreException("the outcome of a commit of " + batch.size() + " writes is unknown", e);
                }
            }
        }
    }
}
