package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures {@code commit} against a bare JDBC batch of the same rows into the same table shape, in turns on one
 * PostgreSQL. Run its {@code main} with the test class path.
 */
final class CommitBenchmark {

    private static final int RECORDS = 100_000;
    private static final int TURNS = 5;

    private final PostgresqlServer server;
    private final List<List<StoredRecord>> batches;

    private CommitBenchmark(PostgresqlServer server) {
        this.server = server;
        this.batches = batches(JdbcSyncStore.postgresql(server.pool()).limits().recordsPerBatch());
    }

    public static void main(String[] arguments) throws Exception {
        try (PostgresqlServer server = PostgresqlServer.start()) {
            new CommitBenchmark(server).run();
        }
    }

    private void run() throws SQLException {
        double[] commits = new double[TURNS];
        double[] bare = new double[TURNS];
        double[] ratios = new double[TURNS];
        for (int turn = -1; turn < TURNS; turn++) {
            double bareSeconds = timed(this::insertBare);
            double commitSeconds = timed(this::commit);
            if (turn >= 0) {
                bare[turn] = bareSeconds;
                commits[turn] = commitSeconds;
                ratios[turn] = commitSeconds / bareSeconds;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d records of 1 KB: bare batch %.2f s, commit %.2f s, ratio %.2f (medians of %d turns, ratios %s)%n",
                RECORDS,
                median(bare),
                median(commits),
                median(ratios),
                TURNS,
                Arrays.toString(ratios));
    }

    private interface Way {
        void write(String table) throws SQLException;
    }

    private double timed(Way way) throws SQLException {
        String table = TestTables.fresh();
        JdbcSyncStore.postgresql(server.pool()).table(table).createSchema();
        execute("checkpoint");
        long start = System.nanoTime();
        way.write(table);
        double seconds = (System.nanoTime() - start) / 1e9;
        execute("drop table " + table);
        return seconds;
    }

    private void commit(String table) {
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(table);
        for (List<StoredRecord> batch : batches) {
            List<Write> writes = new ArrayList<>(batch.size());
            batch.forEach(record -> writes.add(new Write.Put(record, Expect.absent())));
            if (!store.commit(writes).equals(CommitResult.committed())) {
                throw new IllegalStateException("stale");
            }
        }
    }

    private void insertBare(String table) throws SQLException {
        String url = server.url() + "&reWriteBatchedInserts=true";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            String sql = "insert into " + table + " (" + Columns.ALL + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<StoredRecord> batch : batches) {
                    for (StoredRecord record : batch) {
                        Columns.set(statement, record);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<List<StoredRecord>> batches(int size) {
        SplittableRandom random = new SplittableRandom(1);
        List<List<StoredRecord>> batches = new ArrayList<>();
        for (int from = 0; from < RECORDS; from += size) {
            List<StoredRecord> batch = new ArrayList<>();
            for (int i = from; i < Math.min(RECORDS, from + size); i++) {
                batch.add(record(i, random));
            }
            batch.sort((one, other) -> one.key().compareTo(other.key()));
            batches.add(batch);
        }
        return batches;
    }

    private static StoredRecord record(int number, SplittableRandom random) {
        RecordKey key = new RecordKey("event", "calendar-" + number / 10_000, "%016x".formatted(random.nextLong()));
        Instant at = Instant.EPOCH.plusSeconds(1_700_000_000L + random.nextInt(100_000_000));
        StringBuilder payload =
                new StringBuilder("{\"title\":\"Meeting ").append(number).append("\",\"text\":\"");
        while (payload.length() < 1020) {
            payload.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36));
        }
        byte[] bytes = payload.append("\"}").toString().getBytes(UTF_8);
        long version = random.nextLong() & Long.MAX_VALUE | 1;
        return new StoredRecord(key, version, at, at.plusSeconds(3600), "1:" + key.id() + key.id(), bytes);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
