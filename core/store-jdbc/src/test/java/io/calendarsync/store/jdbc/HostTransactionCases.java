package io.calendarsync.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.SyncStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store inside the host's transaction shares its fate and leaves it usable. */
abstract class HostTransactionCases {

    private final String invoices = TestTables.fresh();
    private JdbcSyncStore store;
    private Connection host;

    abstract DataSource dataSource();

    abstract JdbcSyncStore freshStore();

    /** Makes the next lock wait of this transaction give up soon. */
    abstract String shortLockTimeout();

    @BeforeEach
    void begin() throws SQLException {
        store = freshStore();
        host = dataSource().getConnection();
        execute(host, "create table " + invoices + " (number int primary key)");
        host.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        host.rollback();
        host.close();
    }

    @Test
    void commit_isRolledBackWithTheHostsRows() throws SQLException {
        insertInvoice(1);
        assertThat(store.within(host).commit(List.of(TestRecords.create("a", 1))))
                .isEqualTo(CommitResult.committed());
        host.rollback();
        assertThat(store.read(List.of(TestRecords.key("a")))).isEmpty();
        assertThat(countInvoices()).isZero();
    }

    @Test
    void commit_becomesDurableWithTheHostsRows() throws SQLException {
        insertInvoice(1);
        store.within(host).commit(List.of(TestRecords.create("a", 1)));
        host.commit();
        assertThat(store.read(List.of(TestRecords.key("a")))).containsExactly(TestRecords.record("a", 1));
        assertThat(countInvoices()).isOne();
    }

    @Test
    void commit_isSeenInsideTheTransactionAndNotOutside() {
        SyncStore inside = store.within(host);
        inside.commit(List.of(TestRecords.create("a", 1)));
        assertThat(inside.read(List.of(TestRecords.key("a")))).containsExactly(TestRecords.record("a", 1));
        assertThat(inside.scan(Scan.of(TestRecords.COLLECTION)).records()).containsExactly(TestRecords.record("a", 1));
        assertThat(store.read(List.of(TestRecords.key("a")))).isEmpty();
        assertThat(store.scan(Scan.of(TestRecords.COLLECTION)).records()).isEmpty();
    }

    @Test
    void staleVersion_changesNothingAndLeavesTheTransactionUsable() throws SQLException {
        store.commit(List.of(TestRecords.create("b", 1)));
        insertInvoice(1);
        CommitResult result =
                store.within(host).commit(List.of(TestRecords.create("a", 2), TestRecords.replace(9, "b", 2)));
        assertThat(result).isEqualTo(CommitResult.stale(Set.of(TestRecords.key("b"))));
        insertInvoice(2);
        host.commit();
        assertThat(countInvoices()).isEqualTo(2);
        assertThat(store.scan(Scan.of(TestRecords.COLLECTION)).records()).containsExactly(TestRecords.record("b", 1));
    }

    @Test
    void creationOfAnExistingKey_isStaleAndLeavesTheTransactionUsable() throws SQLException {
        store.commit(List.of(TestRecords.create("b", 1)));
        insertInvoice(1);
        CommitResult result =
                store.within(host).commit(List.of(TestRecords.create("a", 2), TestRecords.create("b", 2)));
        assertThat(result).isEqualTo(CommitResult.stale(Set.of(TestRecords.key("b"))));
        insertInvoice(2);
        host.commit();
        assertThat(countInvoices()).isEqualTo(2);
        assertThat(store.scan(Scan.of(TestRecords.COLLECTION)).records()).containsExactly(TestRecords.record("b", 1));
    }

    @Test
    void lockTimeout_isAStoreExceptionAndLeavesTheTransactionUsable() throws SQLException {
        store.commit(List.of(TestRecords.create("a", 1), TestRecords.create("b", 1)));
        try (Connection rival = dataSource().getConnection()) {
            rival.setAutoCommit(false);
            store.within(rival).commit(List.of(TestRecords.replace(1, "b", 2)));
            insertInvoice(1);
            execute(host, shortLockTimeout());
            SyncStore inside = store.within(host);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() ->
                            inside.commit(List.of(TestRecords.replace(1, "a", 3), TestRecords.replace(1, "b", 3))));
            rival.commit();
        }
        insertInvoice(2);
        host.commit();
        assertThat(countInvoices()).isEqualTo(2);
        assertThat(store.scan(Scan.of(TestRecords.COLLECTION)).records())
                .containsExactly(TestRecords.record("a", 1), TestRecords.record("b", 2));
    }

    @Test
    void severalCommits_inOneTransaction_buildOnEachOther() throws SQLException {
        SyncStore inside = store.within(host);
        inside.commit(List.of(TestRecords.create("a", 1)));
        assertThat(inside.commit(List.of(TestRecords.replace(1, "a", 2)))).isEqualTo(CommitResult.committed());
        assertThat(inside.commit(List.of(TestRecords.replace(1, "a", 3)))).isInstanceOf(CommitResult.Stale.class);
        host.commit();
        assertThat(store.read(List.of(TestRecords.key("a")))).containsExactly(TestRecords.record("a", 2));
    }

    @Test
    void connectionInAutoCommitMode_isRefused() throws SQLException {
        try (Connection noTransaction = dataSource().getConnection()) {
            SyncStore wrong = store.within(noTransaction);
            assertThatIllegalStateException().isThrownBy(() -> wrong.commit(List.of(TestRecords.create("a", 1))));
        }
        assertThat(store.read(List.of(TestRecords.key("a")))).isEmpty();
    }

    @Test
    void joiningStore_usesItsOwnTransactionsWhenThereIsNone() throws SQLException {
        AtomicReference<Optional<Connection>> current = new AtomicReference<>(Optional.empty());
        SyncStore joining = store.joining(current::get);
        joining.commit(List.of(TestRecords.create("a", 1)));
        assertThat(store.read(List.of(TestRecords.key("a")))).hasSize(1);

        current.set(Optional.of(host));
        joining.commit(List.of(TestRecords.create("b", 1)));
        current.set(Optional.empty());
        assertThat(joining.read(List.of(TestRecords.key("b")))).isEmpty();
        host.rollback();
        assertThat(joining.read(List.of(TestRecords.key("b")))).isEmpty();
    }

    private void insertInvoice(int number) throws SQLException {
        execute(host, "insert into " + invoices + " values (" + number + ")");
    }

    private int countInvoices() throws SQLException {
        try (Connection other = dataSource().getConnection();
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + invoices)) {
            row.next();
            return row.getInt(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
