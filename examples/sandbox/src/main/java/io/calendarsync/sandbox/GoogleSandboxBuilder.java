package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleSettings;
import io.calendarsync.sandbox.google.push.PushRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Sets up a {@link GoogleSandbox}. Confined to one thread.
 *
 * @since 0.1
 */
public final class GoogleSandboxBuilder {

    private int port;
    private InstantSource time = InstantSource.fixed(Instant.parse("2026-01-05T08:00:00Z"));
    private long seed = 1;
    private ZoneId zone = ZoneId.of("Europe/Zurich");
    private final Set<String> redirects = new LinkedHashSet<>();
    private boolean strict;
    private boolean remote;
    private Duration pushBackoff = Duration.ofMillis(20);
    private int pushAttempts = 5;

    GoogleSandboxBuilder() {}

    /**
     * Sets where it listens.
     *
     * @param newPort the port; 0, the default, is any free one
     * @return this
     */
    public GoogleSandboxBuilder port(int newPort) {
        port = newPort;
        return this;
    }

    /**
     * Sets what its clock follows until it is moved.
     *
     * @param source the source; the default stands still
     * @return this
     */
    public GoogleSandboxBuilder time(InstantSource source) {
        time = source;
        return this;
    }

    /**
     * Sets what ids and tokens are made of.
     *
     * @param newSeed the seed, by default 1
     * @return this
     */
    public GoogleSandboxBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /**
     * Sets the time zone of new calendars.
     *
     * @param newZone the zone, by default Europe/Zurich
     * @return this
     */
    public GoogleSandboxBuilder zone(ZoneId newZone) {
        // What an offset or "Z" is called in JSON must be a name of the zone database.
        zone = newZone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : newZone;
        return this;
    }

    /**
     * Allows the application to be called back somewhere, beside this machine's loopback.
     *
     * @param address the whole redirect URI
     * @return this
     */
    public GoogleSandboxBuilder redirect(String address) {
        redirects.add(address);
        return this;
    }

    /**
     * Takes https addresses only for push messages, as Google does. Otherwise plain http will do on the loopback.
     *
     * @return this
     */
    public GoogleSandboxBuilder httpsPushesOnly() {
        strict = true;
        return this;
    }

    /**
     * Lets push messages leave this machine. Otherwise an address elsewhere is refused as unauthorized.
     *
     * @return this
     */
    public GoogleSandboxBuilder remotePushes() {
        remote = true;
        return this;
    }

    /**
     * Sets how a push is repeated after 500, 502, 503 or 504. The pauses are real time.
     *
     * @param first the pause before the first repetition, by default 20 ms; each is twice the one before
     * @param attempts how often a message is sent at most, by default 5 times
     * @return this
     */
    public GoogleSandboxBuilder pushRetries(Duration first, int attempts) {
        if (attempts < 1 || attempts > 16) {
            throw new IllegalArgumentException("attempts must be from 1 to 16");
        }
        pushBackoff = first;
        pushAttempts = attempts;
        return this;
    }

    /**
     * Starts it.
     *
     * @return the sandbox, listening
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public GoogleSandbox start() {
        return new GoogleSandbox(new GoogleSettings(
                port,
                new SandboxClock(time),
                seed,
                zone,
                redirects,
                new PushRules(strict, remote),
                pushBackoff,
                pushAttempts));
    }
}
