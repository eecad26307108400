package io.calendarsync.store.jdbc;

import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.work.JobKind;
import io.calendarsync.engine.work.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Measures a tick over few and many idle calendars with the same number due, on PostgreSQL. Run its {@code main} with the
 * test class path.
 */
final class TickBenchmark {

    private static final int DUE = 64;
    private static final int TURNS = 15;

    private final PostgresqlServer server;
    private final RandomGenerator dice = RandomGenerator.of("L64X128MixRandom");

    private TickBenchmark(PostgresqlServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) {
        try (PostgresqlServer server = PostgresqlServer.start()) {
            TickBenchmark benchmark = new TickBenchmark(server);
            benchmark.ticks(1_000);
            double few = benchmark.ticks(1_000);
            double many = benchmark.ticks(100_000);
            System.out.printf(
                    Locale.ROOT,
                    "a tick that does %d due jobs: %.1f ms at 1,000 idle calendars, %.1f ms at 100,000, ratio %.2f%n",
                    DUE,
                    few,
                    many,
                    many / few);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double ticks(int idle) {
        String table = TestTables.fresh();
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(table);
        store.createSchema();
        Records records = new Records(store, () -> dice.nextLong(1, Long.MAX_VALUE));
        DueRecords due = new DueRecords(records);
        Instant now = Instant.now();
        put(records, due, idle, "idle", now.plus(Duration.ofHours(3)));
        JobKind idleKind = (target, hold) -> Optional.of(Instant.now().plus(Duration.ofHours(3)));
        Worker worker = new Worker(
                due,
                Map.of("idle", idleKind, "due", idleKind),
                () -> List.of(Job.common()),
                Duration.ofMinutes(5),
                InstantSource.system(),
                dice,
                SyncObserver.NOOP,
                () -> {});
        double[] millis = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            put(records, due, DUE, "due", now);
            long start = System.nanoTime();
            int done = worker.runDue(1000);
            millis[turn] = (System.nanoTime() - start) / 1e6;
            if (done != DUE) {
                throw new IllegalStateException(done + " jobs done");
            }
        }
        Arrays.sort(millis);
        return millis[TURNS / 2];
    }

    private static void put(Records records, DueRecords due, int count, String kind, Instant at) {
        Commit commit = records.begin();
        for (int i = 0; i < count; i++) {
            if (!commit.fits(1)) {
                commit.run();
                commit = records.begin();
            }
            due.put(commit, Job.of(kind, "calendar-" + i), at);
        }
        commit.run();
    }
}
