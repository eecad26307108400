package io.calendarsync.examples.consent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who agrees to whatever a sandbox asks, and is led back. Thread-safe. */
public final class SandboxBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SandboxBrowser() {}

    /**
     * Opens a consent page of a sandbox, which decides at once, and follows its redirect.
     *
     * @return the status of the last answer
     */
    public static int agree(URI page) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + "&sandbox_decision=allow"))
                .timeout(PATIENCE)
                .build();
        return browser.send(request, BodyHandlers.discarding()).statusCode();
    }
}
