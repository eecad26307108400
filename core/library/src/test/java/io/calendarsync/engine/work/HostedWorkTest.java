package io.calendarsync.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What would hang for ever without what it tests is cut off; nothing here waits for time to pass. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostedWorkTest {

    private static final Duration OFTEN = Duration.ofMillis(2);

    private final JobBoard board = new JobBoard();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void anExecutorOfOneThread_runsJobs() throws InterruptedException {
        ExecutorService one = Executors.newSingleThreadExecutor();
        board.putTogether(3);
        CountDownLatch ran = new CountDownLatch(3);
        HostedWork work = new HostedWork(board.worker(counting(ran)), OFTEN);
        try {
            work.start(one, 1);
            ran.await();
            work.close();
        } finally {
            one.shutdownNow();
        }
        assertThat(one.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExecutorThatRefusesOneThreadMore_runsJobs() throws InterruptedException {
        ExecutorService one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
        board.putTogether(3);
        CountDownLatch ran = new CountDownLatch(3);
        HostedWork work = new HostedWork(board.worker(counting(ran)), OFTEN);
        try {
            work.start(one, 1);
            ran.await();
            work.close();
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void aThreadWhoseJobThrewAnError_goesOn() throws InterruptedException {
        board.putTogether(8);
        CountDownLatch ran = new CountDownLatch(8);
        HostedWork work = new HostedWork(
                board.worker((target, hold) -> {
                    ran.countDown();
                    throw new AssertionError(target);
                }),
                OFTEN);
        work.start(threads, 1);

        ran.await();
        work.close();
    }

    @Test
    void closingFromWithinAJob_returnsAndLeavesTheOtherJobs() throws InterruptedException {
        board.putTogether(8);
        AtomicInteger ran = new AtomicInteger();
        AtomicReference<HostedWork> closed = new AtomicReference<>();
        CountDownLatch returned = new CountDownLatch(1);
        HostedWork work = new HostedWork(
                board.worker((target, hold) -> {
                    ran.incrementAndGet();
                    closed.get().close();
                    returned.countDown();
                    return Optional.empty();
                }),
                OFTEN);
        closed.set(work);
        work.start(threads, 1);

        returned.await();
        work.close();

        assertThat(ran).hasValue(1);
        assertThat(board.dueNow()).hasSize(7);
    }

    @Test
    void closing_waitsForTheJobThatRuns() throws InterruptedException {
        board.putTogether(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        HostedWork work = new HostedWork(
                board.worker((target, hold) -> {
                    begun.countDown();
                    untilFalse(hold::isOurs);
                    ended.incrementAndGet();
                    return Optional.empty();
                }),
                OFTEN);
        work.start(threads, 1);
        begun.await();

        work.close();

        assertThat(ended).hasValue(1);
    }

    /** The job below ends only when its lease has been extended after closing began. */
    @Test
    void whileClosingWaits_leasesAreKeptAlive() throws InterruptedException {
        board.putTogether(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Boolean> keptAlive = new AtomicReference<>(false);
        AtomicReference<Worker> looking = new AtomicReference<>();
        Worker worker = board.worker((target, hold) -> {
            begun.countDown();
            untilFalse(hold::isOurs);
            board.advance(JobBoard.LEASE.dividedBy(2).plusSeconds(1));
            Optional<Instant> renewed = Optional.of(board.now().plus(JobBoard.LEASE));
            untilFalse(() -> !looking.get().nextDue().equals(renewed));
            keptAlive.set(true);
            return Optional.empty();
        });
        looking.set(worker);
        HostedWork work = new HostedWork(worker, OFTEN);
        work.start(threads, 1);
        begun.await();

        work.close();

        assertThat(keptAlive).hasValue(true);
    }

    @Test
    void aNegativeLimit_isRefused() {
        HostedWork work = new HostedWork(board.worker((target, hold) -> Optional.empty()), OFTEN);

        assertThatThrownBy(() -> work.runDue(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThat(work.runDue(0)).isZero();
    }

    private static JobKind counting(CountDownLatch ran) {
        return (target, hold) -> {
            ran.countDown();
            return Optional.empty();
        };
    }

    private static void untilFalse(BooleanSupplier condition) {
        while (condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("given up");
            }
            Thread.onSpinWait();
        }
    }
}
