package io.calendarsync.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.store.Death;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that really break: killed by the server, cut on the wire. */
@ExtendWith(PostgresqlServer.class)
class LostConnectionTest {

    private static final List<RecordKey> KEYS = List.of(TestRecords.key("a"), TestRecords.key("b"));
    private static final List<Write> BATCH = List.of(TestRecords.create("a", 2), TestRecords.replace(1, "b", 2));

    private final PostgresqlServer server;
    private final String table = TestTables.fresh();
    private final JdbcSyncStore store;

    LostConnectionTest(PostgresqlServer server) {
        this.server = server;
        this.store = JdbcSyncStore.postgresql(server.pool()).table(table);
    }

    @BeforeEach
    void create() {
        store.createSchema();
        store.commit(List.of(TestRecords.create("b", 1)));
    }

    @Test
    void backendTerminatedInMidCommit_changesNothingAndTheNextCommitWorks() throws Exception {
        try (Connection rival = server.unpooled().getConnection()) {
            rival.setAutoCommit(false);
            HostTransactionCases.execute(rival, "select 1 from " + table + " for update");
            CompletableFuture<CommitResult> commit = CompletableFuture.supplyAsync(() -> store.commit(BATCH));
            String waiting = " from pg_stat_activity where wait_event_type = 'Lock' and query like '%" + table + "%'";
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> server.count("select count(*)" + waiting) == 1);
            HostTransactionCases.execute(rival, "select pg_terminate_backend(pid)" + waiting);
            assertThatThrownBy(() -> commit.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreException.class);
            rival.rollback();
        }
        assertThat(store.read(KEYS)).containsExactly(TestRecords.record("b", 1));
        assertThat(store.commit(BATCH)).isEqualTo(CommitResult.committed());
    }

    @Test
    void wireCutBeforeTheCommitArrives_leavesNothing() throws Exception {
        commitOverACutWire(Death.BEFORE_COMMIT);
        assertThat(store.read(KEYS)).containsExactly(TestRecords.record("b", 1));
        assertThat(store.commit(BATCH)).isEqualTo(CommitResult.committed());
    }

    @Test
    void wireCutBeforeTheAnswerReturns_leavesAll() throws Exception {
        commitOverACutWire(Death.AFTER_COMMIT);
        assertThat(store.read(KEYS)).containsExactlyInAnyOrder(TestRecords.record("a", 2), TestRecords.record("b", 2));
        assertThat(store.commit(BATCH)).isInstanceOf(CommitResult.Stale.class);
    }

    private void commitOverACutWire(Death moment) throws IOException {
        try (CuttingRelay relay = CuttingRelay.to(server.port(), moment)) {
            PGSimpleDataSource cut = new PGSimpleDataSource();
            cut.setURL(server.url().replace(":" + server.port() + "/", ":" + relay.port() + "/"));
            JdbcSyncStore unlucky = JdbcSyncStore.postgresql(cut).table(table);
            assertThatThrownBy(() -> unlucky.commit(BATCH)).isInstanceOf(StoreException.class);
            assertThat(relay.hasCut()).isTrue();
        }
    }
}
