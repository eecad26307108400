package io.calendarsync.engine.work;

import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Records;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** A queue in memory and a clock that stands still until it is told otherwise: what tests of the worker begin with. */
final class JobBoard {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(5);
    static final String KIND = "job";

    private static final int BUCKETS = 64;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Random dice = new Random(1);
    private final Records records = new Records(new InMemorySyncStore(), () -> dice.nextLong(1, Long.MAX_VALUE));
    private final DueRecords due = new DueRecords(records);

    DueRecords due() {
        return due;
    }

    Commit commit() {
        return records.begin();
    }

    Instant now() {
        return now.get();
    }

    void advance(Duration passed) {
        now.updateAndGet(before -> before.plus(passed));
    }

    /** Puts that many jobs, all of one bucket, so that one claim takes them together; returns their targets. */
    List<String> putTogether(int count) {
        List<String> targets = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "t" + i)
                .filter(target -> Math.floorMod((KIND + ":" + target).hashCode(), BUCKETS) == 0)
                .limit(count)
                .toList();
        put(targets, START);
        return targets;
    }

    void put(List<String> targets, Instant at) {
        for (String target : targets) {
            Commit commit = records.begin();
            due.put(commit, Job.of(KIND, target), at);
            commit.run();
        }
    }

    Worker worker(JobKind kind) {
        return worker(kind, LEASE, SyncObserver.NOOP);
    }

    Worker worker(JobKind kind, Duration lease, SyncObserver observer) {
        return new Worker(
                due, Map.of(KIND, kind), () -> List.of(Job.common()), lease, now::get, dice, observer, () -> {});
    }

    /** Returns what another node could do at this moment. */
    List<String> dueNow() {
        List<String> done = new ArrayList<>();
        worker((target, hold) -> {
                    done.add(target);
                    return Optional.empty();
                })
                .runDue(1000);
        return done;
    }
}
