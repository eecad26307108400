package io.calendarsync.sandbox.google;

import io.calendarsync.sandbox.SandboxClock;
import io.calendarsync.sandbox.google.push.PushRules;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a server is started with.
 *
 * @param port where it listens; 0 for any free port
 * @param clock its time
 * @param seed what its ids and tokens are made of
 * @param zone the zone of new calendars
 * @param redirects where the application may be called back, beside the loopback
 * @param pushRules where messages may go
 * @param pushBackoff the pause before a message is sent for the second time
 * @param pushAttempts how often a message is sent at most
 */
public record GoogleSettings(
        int port,
        SandboxClock clock,
        long seed,
        ZoneId zone,
        Set<String> redirects,
        PushRules pushRules,
        Duration pushBackoff,
        int pushAttempts) {

    /** Copies the addresses. */
    public GoogleSettings {
        redirects = Set.copyOf(redirects);
    }
}
