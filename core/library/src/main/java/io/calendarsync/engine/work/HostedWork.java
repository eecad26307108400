package io.calendarsync.engine.work;

import io.calendarsync.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a worker on the host's executor. Thread-safe. */
public final class HostedWork implements Work, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostedWork.class);
    private static final int JOBS_A_LOOK = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(10);

    private final Worker worker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private int running;

    /** Creates it. */
    public HostedWork(Worker worker) {
        this.worker = worker;
    }

    @Override
    public void start(Executor executor, int parallel) {
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be 1 or more, is " + parallel);
        }
        executor.execute(() -> loop(RENEW_EVERY, () -> {
            worker.renewLeases();
            return false;
        }));
        for (int i = 0; i < parallel; i++) {
            executor.execute(() -> loop(LOOK_EVERY, () -> worker.runDue(JOBS_A_LOOK) > 0));
        }
    }

    @Override
    public int runDue(int limit) {
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

    /** Stops taking up work and waits for what is being done. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            while (running > 0) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void loop(Duration pause, Look look) {
        while (enter()) {
            boolean found = false;
            try {
                found = look.lookAround();
            } catch (RuntimeException e) {
                LOG.warn("a look for due work failed and is repeated", e);
            } finally {
                leave();
            }
            if (!found && !rest(pause)) {
                return;
            }
        }
    }

    private boolean enter() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether to go on. */
    private boolean rest(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private interface Look {
        boolean lookAround();
    }
}
