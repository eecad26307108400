package io.calendarsync.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;

/** What the store does about transactions that met others, on a real PostgreSQL. */
@ExtendWith(PostgresqlServer.class)
class ContentionTest {

    private final PostgresqlServer server;
    private final String table = TestTables.fresh();
    private final JdbcSyncStore store;

    ContentionTest(PostgresqlServer server) {
        this.server = server;
        this.store = JdbcSyncStore.postgresql(server.pool()).table(table);
    }

    @BeforeEach
    void create() {
        store.createSchema();
        store.commit(List.of(TestRecords.create("a", 1), TestRecords.create("b", 1)));
    }

    @Test
    void deadlockWithTheHostsOwnStatements_isRepeatedAndDecided() throws Exception {
        try (Connection host = server.unpooled().getConnection()) {
            host.setAutoCommit(false);
            // The host waits long before it looks for a deadlock, so that the store is the one that finds it.
            HostTransactionCases.execute(host, "set local deadlock_timeout = '1min'");
            lockRow(host, "b");
            CompletableFuture<CommitResult> commit = CompletableFuture.supplyAsync(
                    () -> store.commit(List.of(TestRecords.replace(1, "a", 2), TestRecords.replace(1, "b", 2))));
            awaitLockWaits(1);
            lockRow(host, "a");
            host.rollback();
            assertThat(commit.get(30, TimeUnit.SECONDS)).isEqualTo(CommitResult.committed());
        }
        assertThat(store.read(List.of(TestRecords.key("a"), TestRecords.key("b"))))
                .containsExactlyInAnyOrder(TestRecords.record("a", 2), TestRecords.record("b", 2));
    }

    @Test
    void failuresThatGoOn_endInAStoreException() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        DataSource losing = Mockito.mock(DataSource.class);
        Mockito.when(losing.getConnection()).thenAnswer(call -> {
            attempts.incrementAndGet();
            throw new SQLException("could not serialize access", "40001");
        });
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcSyncStore.postgresql(losing).commit(List.of(TestRecords.create("a", 1))))
                .withCauseInstanceOf(SQLException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void failureOfUnknownOutcome_isNotRepeated() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        DataSource failing = Mockito.mock(DataSource.class);
        Mockito.when(failing.getConnection()).thenAnswer(call -> {
            attempts.incrementAndGet();
            throw new SQLException("connection reset", "08006");
        });
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcSyncStore.postgresql(failing).commit(List.of(TestRecords.create("a", 1))));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void strictestIsolationOfTheHostsPool_isServedToo() throws SQLException {
        JdbcSyncStore strict = JdbcSyncStore.postgresql(serializable()).table(table);
        assertThat(strict.commit(List.of(TestRecords.replace(1, "a", 2)))).isEqualTo(CommitResult.committed());
        assertThat(strict.commit(List.of(TestRecords.replace(1, "a", 3)))).isInstanceOf(CommitResult.Stale.class);
        assertThat(strict.commit(List.of(TestRecords.create("b", 3)))).isInstanceOf(CommitResult.Stale.class);
    }

    private DataSource serializable() throws SQLException {
        DataSource strict = Mockito.mock(DataSource.class);
        Mockito.when(strict.getConnection()).thenAnswer(call -> {
            Connection connection = server.unpooled().getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return connection;
        });
        return strict;
    }

    private void lockRow(Connection connection, String id) throws SQLException {
        String sql = "select 1 from " + table + " where " + Columns.KEY_IS + " for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns.setKey(statement, TestRecords.key(id));
            statement.execute();
        }
    }

    private void awaitLockWaits(int count) {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> server.count(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%"
                                        + table + "%'")
                        >= count);
    }
}
