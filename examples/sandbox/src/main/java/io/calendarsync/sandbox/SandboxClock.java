package io.calendarsync.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of a sandbox. It stands still, or follows another source, and is moved by hand; tokens, channels and quotas
 * go by it. Give it to the program under test too, so that both agree on what has expired. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxClock implements InstantSource {

    private final InstantSource base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /**
     * Makes a clock.
     *
     * @param base what it follows; {@code InstantSource.fixed(..)} makes it stand still
     */
    public SandboxClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    /**
     * Moves the time.
     *
     * @param by how far; a negative length sets it back
     */
    public void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    /**
     * Sets the time.
     *
     * @param to what it is now
     */
    public void set(Instant to) {
        ahead.set(Duration.between(base.instant(), to));
    }
}
