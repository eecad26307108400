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

    /** Whether all accounts of the application are meant. */
    private final boolean ofAll;

    private final transient Optional<Duration> finishedAfter;

    private Refusal(
            int status,
            String message,
            Optional<Duration> retryAfter,
            boolean ofAll,
            Optional<Duration> finishedAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
        this.ofAll = ofAll;
        this.finishedAfter = finishedAfter;
    }

    /**
     * Creates a refusal with that status.
     *
     * @param status an HTTP status
     * @return the refusal, to be thrown
     */
    public static Refusal of(int status) {
        return new Refusal(status, "The server answered " + status, Optional.empty(), false, Optional.empty());
    }

    /**
     * Creates a refusal with that status and the reason the server gives.
     *
     * @param status an HTTP status
     * @param reason in the server's words
     * @return the refusal, to be thrown
     */
    public static Refusal of(int status, String reason) {
        return new Refusal(status, reason, Optional.empty(), false, Optional.empty());
    }

    /**
     * {@return this refusal with the pause the server asks for}
     *
     * @param pause zero or more
     */
    public Refusal retryAfter(Duration pause) {
        return new Refusal(status, String.valueOf(getMessage()), Optional.of(pause), ofAll, finishedAfter);
    }

    /**
     * Creates a refusal of a request, with status 429, because all accounts of the application together ask too much.
     *
     * @return the refusal, to be thrown
     */
    public static Refusal ofApplication() {
        return new Refusal(429, "The application asks too much", Optional.empty(), true, Optional.empty());
    }

    /** {@return whether all accounts of the application are meant} */
    public boolean isOfApplication() {
        return ofAll;
    }

    /**
     * {@return this refusal of a server that does the work all the same, later than anybody waits for}
     *
     * @param late how much later, by the server's clock; thrown before a write, else of no effect
     */
    public Refusal finishedAfter(Duration late) {
        return new Refusal(status, String.valueOf(getMessage()), retryAfter, ofAll, Optional.of(late));
    }

    /** {@return how much later the work is done all the same, absent where it is not} */
    public Optional<Duration> finishedAfter() {
        return finishedAfter;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the pause the server asks for, absent where it names none} */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
