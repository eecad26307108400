package io.calendarsync.engine.work;

import io.calendarsync.Work;
import io.calendarsync.engine.record.Fatal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a worker on the host's executor. Thread-safe. */
public final class HostedWork implements Work, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostedWork.class);
    private static final int JOBS_A_LOOK = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Worker worker;
    private final Duration renewEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> working = new ArrayList<>();
    private boolean closed;
    private long woken;
    private int renewing;

    /**
     * Creates it.
     *
     * @param renewEvery how often the leases of what is being done are renewed
     */
    public HostedWork(Worker worker, Duration renewEvery) {
        this.worker = worker;
        this.renewEvery = renewEvery;
    }

    @Override
    public void start(Executor executor, int parallel) {
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be 1 or more, is " + parallel);
        }
        for (int i = 0; i < parallel; i++) {
            executor.execute(this::workOn);
        }
        // Last, so that an executor without a thread for it still works: jobs then renew between their steps.
        try {
            executor.execute(this::renewOn);
        } catch (RejectedExecutionException e) {
            LOG.warn("the executor has no thread left that keeps leases alive parallel={}", parallel, e);
        }
    }

    @Override
    public int runDue(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be 0 or more, is " + limit);
        }
        if (!enter()) {
            return 0;
        }
        try {
            return worker.runDue(limit);
        } finally {
            leave();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return worker.nextDue();
    }

    /** Stops taking up work and waits for what is being done, save by the caller's own thread. */
    @Override
    public void close() {
        worker.stop();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            while (othersWork() || renewing > 0) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has those who rest look for work at once: this node knows that there is some. */
    public void wake() {
        locked(() -> {
            woken++;
            changed.signalAll();
            return true;
        });
    }

    private long woken() {
        lock.lock();
        try {
            return woken;
        } finally {
            lock.unlock();
        }
    }

    private void workOn() {
        while (enter()) {
            boolean found = false;
            long before = woken();
            try {
                found = worker.runDue(JOBS_A_LOOK) > 0;
            } catch (Throwable e) {
                passOver(e);
            } finally {
                leave();
            }
            if (!found && !rest(before)) {
                return;
            }
        }
    }

    /** Goes on while the last jobs come to their end, which may be long after {@link #close} has begun. */
    private void renewOn() {
        while (enterRenewing()) {
            try {
                worker.renewLeases();
            } catch (Throwable e) {
                passOver(e);
            } finally {
                leaveRenewing();
            }
            if (!restRenewing()) {
                return;
            }
        }
    }

    private static void passOver(Throwable fault) {
        if (fault instanceof Error error && Fatal.isFatal(error)) {
            throw error;
        }
        LOG.warn("a look for due work failed and is repeated", fault);
    }

    private boolean othersWork() {
        return working.stream().anyMatch(thread -> thread != Thread.currentThread());
    }

    private boolean enter() {
        return locked(() -> !closed && working.add(Thread.currentThread()));
    }

    private void leave() {
        locked(() -> {
            working.remove(Thread.currentThread());
            changed.signalAll();
            return true;
        });
    }

    private boolean enterRenewing() {
        return locked(() -> {
            boolean needed = isRenewingNeeded();
            renewing += needed ? 1 : 0;
            return needed;
        });
    }

    private void leaveRenewing() {
        locked(() -> {
            renewing--;
            changed.signalAll();
            return true;
        });
    }

    private boolean isRenewingNeeded() {
        return !closed || !working.isEmpty();
    }

    /** Returns whether to go on. */
    private boolean rest(long before) {
        pause(LOOK_EVERY, () -> !closed && woken == before);
        return locked(() -> !closed) && !Thread.currentThread().isInterrupted();
    }

    private boolean restRenewing() {
        return pause(renewEvery, this::isRenewingNeeded);
    }

    private boolean pause(Duration length, BooleanSupplier wanted) {
        lock.lock();
        try {
            long left = length.toNanos();
            while (wanted.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return wanted.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean locked(BooleanSupplier step) {
        lock.lock();
        try {
            return step.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
