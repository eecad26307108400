package io.calendarsync.examples.consent;

import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.Connections;
import io.calendarsync.Declined;
import io.calendarsync.examples.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks somebody for consent: opens the provider's page, waits for the browser to come back, and connects. */
public final class ConsentFlow {

    private final Connections connections;
    private final Browser browser;
    private final Duration patience;

    /**
     * Creates it.
     *
     * @param browser opens the page
     * @param patience how long to wait for somebody to decide
     */
    public ConsentFlow(Connections connections, Browser browser, Duration patience) {
        this.connections = connections;
        this.browser = browser;
        this.patience = patience;
    }

    /** Opens the consent page, or tells somebody to. */
    public interface Browser {
        /** Opens it; returns without waiting for a decision. */
        void open(URI page) throws IOException, InterruptedException;
    }

    /**
     * Asks, and connects.
     *
     * @param request what is asked for, given where the browser is to come back to
     * @throws Refusal if nobody decides in time
     */
    public ConnectResult run(Function<URI, ConnectRequest> request) {
        try (LoopbackRedirect redirect = LoopbackRedirect.open()) {
            ConnectRequest asked = request.apply(redirect.address());
            browser.open(connections.begin(asked));
            return answer(redirect, asked);
        } catch (IOException e) {
            throw Refusal.unreadable("the consent page cannot be opened, or no port be listened on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unreadable("interrupted while waiting for consent; nothing was connected");
        }
    }

    /** What bears a state nobody gave out is not the browser that is waited for. */
    private ConnectResult answer(LoopbackRedirect redirect, ConnectRequest asked) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        long end = clock.millis() + patience.toMillis();
        while (true) {
            Duration left = Duration.ofMillis(Math.max(0, end - clock.millis()));
            Optional<Map<String, String>> brought = redirect.await(left);
            if (brought.isEmpty()) {
                throw Refusal.unreadable("nobody has decided within " + patience + "; nothing was connected");
            }
            ConnectResult result = connections.complete(asked.owner(), brought.get());
            boolean stray = result instanceof Declined declined && declined.why() == Declined.Why.STATE_UNKNOWN_OR_USED;
            if (!stray) {
                return result;
            }
        }
    }
}
