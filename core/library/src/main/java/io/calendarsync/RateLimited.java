package io.calendarsync;

/**
 * The provider asked for fewer requests (HTTP 429, or a 403 that says so).
 *
 * @since 0.1
 */
public final class RateLimited extends TransientFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public RateLimited(String message, FaultSource source) {
        super(message, source, null);
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
    }
}
