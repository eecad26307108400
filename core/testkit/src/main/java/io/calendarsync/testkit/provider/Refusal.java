package io.calendarsync.testkit.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * What the fake server answers instead of what was asked for, in HTTP's terms. {@link FakeProvider} turns it into a
 * {@link io.calendarsync.CalendarSyncException}, as every adapter does with its provider's answers.
 *
 * @since 0.1
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;

    private final transient Optional<Duration> retryAfter;

    private Refusal(int status, String message, Optional<Duration> retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Creates a refusal with that status. */
    public static Refusal of(int status) {
        return new Refusal(status, "The server answered " + status, Optional.empty());
    }

    /** Creates a refusal with that status and the reason the server gives. */
    public static Refusal of(int status, String reason) {
        return new Refusal(status, reason, Optional.empty());
    }

    /** Returns this refusal with the pause the server asks for. */
    public Refusal retryAfter(Duration pause) {
        return new Refusal(status, String.valueOf(getMessage()), Optional.of(pause));
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the pause the server asks for, absent where it names none. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
