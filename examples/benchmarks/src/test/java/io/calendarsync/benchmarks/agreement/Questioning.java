package io.calendarsync.benchmarks.agreement;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks peers, which fail on some rules and never come back from others. */
final class Questioning {

    private static final long PATIENCE_SECONDS = 5;

    private Questioning() {}

    /** Returns what a peer says; empty where it fails, or says nothing within some seconds. */
    static Optional<List<LocalDateTime>> ask(Witness peer, GeneratedSeries series) throws InterruptedException {
        CompletableFuture<List<LocalDateTime>> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(peer.instances(series));
            } catch (Throwable fault) {
                answer.completeExceptionally(fault);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException none) {
            return Optional.empty();
        }
    }
}
