package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** What is due, what an agenda shows and what is read by key is found through an index, whatever else is stored. */
@ExtendWith(PostgresqlServer.class)
class QueryPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Scan DUE = Scan.of("due").before(NOW);
    private static final Scan ALL_DUE = Scan.of("due");
    private static final Scan CALENDAR = Scan.of("event").in("calendar 3");
    private static final Scan AGENDA =
            Scan.of("event").in("calendar 3").from(NOW).before(NOW.plusSeconds(86_400));

    private final PostgresqlServer server;

    QueryPlanTest(PostgresqlServer server) {
        this.server = server;
    }

    @Test
    void postgresql_scansAndLookups_useTheirIndexes() throws SQLException {
        String table = TestTables.fresh();
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(table);
        store.createSchema();
        PostgresqlDialect dialect = new PostgresqlDialect(TableName.of(table));
        // Nothing is known about a table nobody has analyzed, and a plan made then is kept for a while.
        assertUsesIndexes(dialect, DUE, AGENDA);
        assertUsesIndexes(dialect, ALL_DUE, CALENDAR);
        fill(store);
        assertUsesIndexes(dialect, second(store, DUE), second(store, AGENDA));
        execute(server.pool(), "analyze " + table);
        assertUsesIndexes(dialect, ALL_DUE, CALENDAR);
        assertUsesIndexes(dialect, second(store, ALL_DUE), second(store, CALENDAR));
        assertUsesIndexes(dialect, DUE, AGENDA);
        assertUsesIndexes(dialect, second(store, DUE), second(store, AGENDA));
    }

    private void assertUsesIndexes(PostgresqlDialect dialect, Scan due, Scan agenda) throws SQLException {
        TableName table = dialect.table();
        assertThat(plan(dialect.lockStatement())).contains("using " + table.bare() + "_pk");
        assertThat(plan(dialect.readStatement())).contains("using " + table.bare() + "_pk");
        assertThat(plan(dialect.insertStatement())).contains("using " + table.bare() + "_pk");
        assertThat(plan(new ScanStatement(table, due).sql()))
                .contains("Index Scan using " + table.bare() + "_by_at")
                .doesNotContain("Sort");
        assertThat(plan(new ScanStatement(table, agenda).sql()))
                .contains("Index Scan using " + table.bare() + "_by_part")
                .doesNotContain("Sort");
    }

    @Test
    void h2_scansAndLookups_useTheirIndexes() throws SQLException {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + TestTables.fresh() + ";DB_CLOSE_DELAY=-1", "", "");
        JdbcSyncStore store = JdbcSyncStore.h2(pool);
        store.createSchema();
        fill(store);
        for (Scan due : List.of(DUE, second(store, DUE))) {
            assertThat(explain(pool, new ScanStatement(TableName.standard(), due)))
                    .contains("CALENDARSYNC_RECORD_BY_AT", "index sorted");
        }
        for (Scan agenda : List.of(AGENDA, second(store, AGENDA))) {
            assertThat(explain(pool, new ScanStatement(TableName.standard(), agenda)))
                    .contains("CALENDARSYNC_RECORD_BY_PART", "index sorted");
        }
        pool.dispose();
    }

    /** The plan PostgreSQL keeps for a prepared statement once it has been used a few times. */
    private String plan(String sql) throws SQLException {
        String numbered = sql;
        for (int i = 1; numbered.contains("?"); i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        // The simple protocol sends the text as it is, without asking for the numbered parameters.
        PGSimpleDataSource simple = new PGSimpleDataSource();
        simple.setURL(server.url());
        simple.setPreferQueryMode(PreferQueryMode.SIMPLE);
        return lines(simple, "explain (generic_plan) " + numbered, List.of());
    }

    private static String explain(DataSource database, ScanStatement scan) throws SQLException {
        return lines(database, "explain " + scan.sql(), scan.parameters());
    }

    private static String lines(DataSource database, String sql, List<Object> parameters) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            HostTransactionCases.execute(connection, sql);
        }
    }

    /** The scan of the page after the first. */
    private static Scan second(JdbcSyncStore store, Scan scan) {
        return scan.after(store.scan(scan.limit(10)).next().orElseThrow());
    }

    private static void fill(JdbcSyncStore store) {
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Instant at = NOW.plusSeconds(600L * (i - 5000));
            boolean due = i % 10 == 0;
            RecordKey key = new RecordKey(due ? "due" : "event", "calendar " + i % 7, "id " + i);
            byte[] payload = "a payload of the usual kind, only shorter".getBytes(UTF_8);
            writes.add(new Write.Put(new StoredRecord(key, 1, at, at, "", payload), Expect.any()));
        }
        writes.sort((one, other) -> one.key().compareTo(other.key()));
        for (int from = 0; from < writes.size(); from += 1000) {
            store.commit(writes.subList(from, from + 1000));
        }
    }
}
