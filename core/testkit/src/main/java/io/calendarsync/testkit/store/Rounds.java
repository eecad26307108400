package io.calendarsync.testkit.store;

import static org.junit.jupiter.api.Assertions.fail;

import io.calendarsync.spi.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets threads meet at a barrier many times, so that what they do next happens at the same moment. */
final class Rounds {

    /** What one thread does in each round; a {@link StoreException} is an answer and ends nothing. */
    interface Turn {
        void take(int round);
    }

    private final int count;
    private final Duration patience;

    Rounds(int count, Duration patience) {
        this.count = count;
        this.patience = patience;
    }

    /** Runs all rounds, failing if they are not through in time. */
    void run(Turn... turns) {
        CyclicBarrier start = new CyclicBarrier(turns.length);
        ExecutorService threads = Executors.newCachedThreadPool(Rounds::daemon);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Turn turn : turns) {
                running.add(threads.submit(() -> {
                    run(turn, start);
                    return null;
                }));
            }
            for (Future<?> future : running) {
                await(future);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void run(Turn turn, CyclicBarrier start) throws Exception {
        for (int round = 0; round < count; round++) {
            start.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            take(turn, round);
        }
    }

    private static void take(Turn turn, int round) {
        try {
            turn.take(round);
        } catch (StoreException unknown) {
            // A store may say that it does not know what came of a commit; the state after all rounds decides.
        }
    }

    private void await(Future<?> future) {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            fail("no answer within " + patience + ": the store is stuck");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenBarrierException || e.getCause() instanceof TimeoutException) {
                fail("another thread had no answer within " + patience + ": the store is stuck");
            }
            fail("a commit that met another one failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "store-contract");
        thread.setDaemon(true);
        return thread;
    }
}
