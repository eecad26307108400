package io.calendarsync.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.work.JobKind;
import io.calendarsync.engine.work.Worker;
import io.calendarsync.spi.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class FleetIT {

    private static final int NODES = 8;
    private static final int JOBS = 10_000;

    private final PostgresqlServer server;

    FleetIT(PostgresqlServer server) {
        this.server = server;
    }

    @Test
    void eightNodesDoEachOfTenThousandJobsOnce() throws Exception {
        String table = TestTables.fresh();
        JdbcSyncStore.postgresql(server.pool()).table(table).createSchema();
        fill(table);
        Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        AtomicInteger reached = new AtomicInteger();
        AtomicInteger wasted = new AtomicInteger();
        SyncObserver counting = new SyncObserver() {
            @Override
            public void claimed(int reachedFor, int wastedOnes) {
                reached.addAndGet(reachedFor);
                wasted.addAndGet(wastedOnes);
            }
        };
        JobKind count = (target, hold) -> {
            done.computeIfAbsent(target, name -> new AtomicInteger()).incrementAndGet();
            return Optional.empty();
        };

        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        List<Future<?>> running = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            Worker worker = worker(table, count, counting, node);
            running.add(nodes.submit(() -> drain(worker)));
        }
        for (Future<?> one : running) {
            one.get();
        }
        nodes.shutdown();

        assertThat(done).hasSize(JOBS);
        assertThat(done.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        double waste = (double) wasted.get() / reached.get();
        System.out.printf(
                "%d nodes, %d jobs: %d claims reached for, %.1f %% wasted%n", NODES, JOBS, reached.get(), waste * 100);
        assertThat(waste).isLessThan(0.15);
    }

    private static void drain(Worker worker) {
        int idle = 0;
        while (idle < 3) {
            idle = worker.runDue(100) == 0 ? idle + 1 : 0;
        }
    }

    private Worker worker(String table, JobKind count, SyncObserver observer, int node) {
        RandomGenerator dice = RandomGenerator.of("L64X128MixRandom");
        Records records = new Records(store(table), () -> dice.nextLong(1, Long.MAX_VALUE));
        return new Worker(
                new DueRecords(records),
                Map.of("count", count),
                () -> List.of(Job.common()),
                Duration.ofMinutes(5),
                InstantSource.system(),
                dice,
                observer,
                () -> {});
    }

    private void fill(String table) {
        RandomGenerator dice = RandomGenerator.of("L64X128MixRandom");
        Records records = new Records(store(table), () -> dice.nextLong(1, Long.MAX_VALUE));
        DueRecords due = new DueRecords(records);
        Instant now = Instant.now();
        Commit commit = records.begin();
        for (int i = 0; i < JOBS; i++) {
            if (!commit.fits(1)) {
                commit.run();
                commit = records.begin();
            }
            due.put(commit, Job.of("count", "job-" + i), now.minusSeconds(i));
        }
        commit.run();
    }

    private SyncStore store(String table) {
        return JdbcSyncStore.postgresql(server.pool()).table(table);
    }
}
