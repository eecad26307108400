package io.calendarsync;

/**
 * The calendar or event does not exist, or this account cannot see it.
 *
 * @since 0.1
 */
public final class NotFound extends PermanentFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public NotFound(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public NotFound(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
