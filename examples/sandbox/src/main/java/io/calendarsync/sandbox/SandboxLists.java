package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import java.time.Duration;

/**
 * What is set about lists, their pages and their tokens. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxLists {

    private final GoogleServer server;

    SandboxLists(GoogleServer server) {
        this.server = server;
    }

    /**
     * Arranges how many items the next pages have, of whichever list. Each says that more will come; 0 is an empty page.
     *
     * @param sizes the sizes, one for each page
     */
    public void nextPages(int... sizes) {
        server.world().run(() -> server.sizes().arrange(sizes));
    }

    /**
     * Lets no page have more items than some, whatever is asked for.
     *
     * @param most the most items
     */
    public void pageCap(int most) {
        server.world().run(() -> server.sizes().cap(most));
    }

    /** Makes every page token invalid: 400. */
    public void invalidatePageTokens() {
        server.world().run(() -> server.tokens().invalidatePages());
    }

    /**
     * Lets sync tokens expire: 410 {@code fullSyncRequired}.
     *
     * @param life how long after they were issued; by default they do not expire
     */
    public void syncTokenLife(Duration life) {
        server.world().run(() -> server.tokens().expireAfter(life));
    }
}
