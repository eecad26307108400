package io.calendarsync.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresqlServer.class)
class SchemaTest {

    private final PostgresqlServer server;

    SchemaTest(PostgresqlServer server) {
        this.server = server;
    }

    @Test
    void schemaCreatedTwice_keepsTheRecords() {
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(TestTables.fresh());
        assertKeepsRecordsWhenCreatedTwice(store);
        JdbcConnectionPool h2 = h2();
        assertKeepsRecordsWhenCreatedTwice(JdbcSyncStore.h2(h2).table("other_table"));
        h2.dispose();
    }

    @Test
    void schemaCreatedByManyNodesAtOnce_existsOnce() {
        JdbcSyncStore postgresql = JdbcSyncStore.postgresql(server.pool()).table(TestTables.fresh());
        JdbcConnectionPool h2 = h2();
        for (JdbcSyncStore store : List.of(postgresql, JdbcSyncStore.h2(h2))) {
            CompletableFuture<?>[] nodes = IntStream.range(0, 8)
                    .mapToObj(node -> CompletableFuture.runAsync(store::createSchema))
                    .toArray(CompletableFuture[]::new);
            assertThatCode(CompletableFuture.allOf(nodes)::join).doesNotThrowAnyException();
            assertThat(store.commit(List.of(TestRecords.create("a", 1)))).isEqualTo(CommitResult.committed());
        }
        h2.dispose();
    }

    @Test
    void tableInAnotherSchema_isUsed() throws Exception {
        try (var connection = server.pool().getConnection()) {
            HostTransactionCases.execute(connection, "create schema if not exists calendars");
        }
        assertKeepsRecordsWhenCreatedTwice(
                JdbcSyncStore.postgresql(server.pool()).table("calendars." + TestTables.fresh()));
        JdbcConnectionPool h2 = h2();
        try (var connection = h2.getConnection()) {
            HostTransactionCases.execute(connection, "create schema calendars");
        }
        assertKeepsRecordsWhenCreatedTwice(JdbcSyncStore.h2(h2).table("calendars.records"));
        h2.dispose();
    }

    @Test
    void twoTables_holdDifferentRecords() {
        JdbcSyncStore one = JdbcSyncStore.postgresql(server.pool()).table(TestTables.fresh());
        JdbcSyncStore other = JdbcSyncStore.postgresql(server.pool()).table(TestTables.fresh());
        one.createSchema();
        other.createSchema();
        one.commit(List.of(TestRecords.create("a", 1)));
        assertThat(other.read(List.of(TestRecords.key("a")))).isEmpty();
    }

    @Test
    void missingTable_isAStoreExceptionThatSaysWhatWasTried() {
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(TestTables.fresh());
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.read(List.of(TestRecords.key("a"))))
                .withMessage("could not read 1 records")
                .withStackTraceContaining("does not exist");
    }

    @Test
    void schemaText_isWhatCreateSchemaRuns() {
        assertThat(JdbcSyncStore.postgresql(server.pool()).table("app.records").schema())
                .contains("create table if not exists app.records (")
                .contains("create index if not exists records_by_at on app.records (")
                .doesNotContain("calendarsync_record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a;b",
                "a--b",
                "a\"b",
                "a'b",
                "1a",
                "a.b.c",
                ".a",
                "a.",
                "a\n",
                "t\u00e4ble",
                "records; drop table users",
                "x2345678901234567890123456789012345678901"
            })
    void tableNameThatIsNotAPlainName_isRefused(String name) {
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool());
        assertThatIllegalArgumentException().isThrownBy(() -> store.table(name));
    }

    private static void assertKeepsRecordsWhenCreatedTwice(JdbcSyncStore store) {
        store.createSchema();
        store.commit(List.of(TestRecords.create("a", 1)));
        store.createSchema();
        assertThat(store.read(List.of(TestRecords.key("a")))).containsExactly(TestRecords.record("a", 1));
    }

    private static JdbcConnectionPool h2() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + TestTables.fresh() + ";DB_CLOSE_DELAY=-1", "", "");
    }
}
