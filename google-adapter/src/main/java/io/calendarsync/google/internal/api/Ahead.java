package io.calendarsync.google.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that was sent before its answer is wanted. The same request sent later takes that answer; any other leaves it
 * where it is. Confined to one thread.
 */
final class Ahead {

    private @Nullable OnItsWay begun;

    /**
     * A request on its way.
     *
     * @param deadline until when its body is waited for; begins anew when the answer is wanted
     */
    record OnItsWay(HttpRequest request, CompletableFuture<HttpResponse<InputStream>> answer, Deadline deadline) {}

    /** Keeps a request that was sent, in place of the one before it. */
    void begin(OnItsWay request) {
        forget();
        begun = request;
    }

    /** Takes the answer to a request with the same address and headers, if one is on its way. */
    Optional<OnItsWay> take(HttpRequest request, Duration patience) {
        OnItsWay known = begun;
        if (known == null || !known.request().equals(request)) {
            return Optional.empty();
        }
        begun = null;
        known.deadline().restart(patience);
        return Optional.of(known);
    }

    /** Lets go of what nobody asked for. */
    void forget() {
        OnItsWay known = begun;
        begun = null;
        // Cancelled in time, nothing arrives; otherwise it has, and nobody will read it.
        if (known != null && !known.answer().cancel(true) && !known.answer().isCompletedExceptionally()) {
            close(known.answer().join().body());
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
