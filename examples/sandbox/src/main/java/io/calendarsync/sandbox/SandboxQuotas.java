package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import java.util.OptionalInt;

/**
 * Quotas within a sliding minute of the sandbox's clock. A patch takes three units, every other call one. There are none
 * at first. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxQuotas {

    private final GoogleServer server;

    SandboxQuotas(GoogleServer server) {
        this.server = server;
    }

    /**
     * Sets limits. Google's are 10,000 and 600.
     *
     * @param perProject units a minute for everybody together
     * @param perUser units a minute for each user
     */
    public void limit(int perProject, int perUser) {
        server.world().run(() -> server.quotas().limit(perProject, perUser));
    }

    /** Takes the limits away. */
    public void unlimited() {
        server.world().run(() -> server.quotas().unlimited());
    }

    /**
     * Sets how calls are refused.
     *
     * @param status 403, the default, or 429
     */
    public void refuseWith(int status) {
        server.world().run(() -> server.quotas().refuseWith(status, OptionalInt.empty()));
    }

    /**
     * Sets how calls are refused.
     *
     * @param status 403 or 429
     * @param retryAfter the seconds that a Retry-After header says
     */
    public void refuseWith(int status, int retryAfter) {
        server.world().run(() -> server.quotas().refuseWith(status, OptionalInt.of(retryAfter)));
    }
}
