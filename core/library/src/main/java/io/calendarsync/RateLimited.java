package io.calendarsync;

/**
 * Too much was asked: of a provider (HTTP 429, or a 403 that says so), or of the application's own budget for it.
 *
 * @since 0.1
 */
public final class RateLimited extends TransientFailure {

    private static final long serialVersionUID = 1L;

    /** Whose limit was reached. */
    private final Limit limit;

    /** Whose limit it is. */
    public enum Limit {
        /** One account's, calendar's or host's; others are not concerned. */
        ACCOUNT,
        /** The application's with the provider: all its accounts are concerned. */
        APPLICATION,
        /** The library's own, kept so that the provider's is not reached; no request was made. */
        BUDGET
    }

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public RateLimited(String message, FaultSource source) {
        this(message, source, Limit.ACCOUNT);
    }

    /**
     * Creates it with whose limit it is.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param limit whose limit was reached
     */
    public RateLimited(String message, FaultSource source, Limit limit) {
        super(message, source, null);
        this.limit = limit;
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public RateLimited(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
        this.limit = Limit.ACCOUNT;
    }

    /** {@return whose limit was reached} */
    public Limit limit() {
        return limit;
    }
}
