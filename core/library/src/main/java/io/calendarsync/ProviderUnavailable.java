package io.calendarsync;

/**
 * The provider, or the way to it, is out of order: time-outs, resets, HTTP 5xx, answers cut short or not of the
 * expected kind.
 *
 * @since 0.1
 */
public final class ProviderUnavailable extends TransientFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public ProviderUnavailable(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public ProviderUnavailable(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
