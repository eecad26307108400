package io.calendarsync;

/**
 * The provider, or the library itself, refuses the request as it is; sending it again changes nothing.
 *
 * @since 0.1
 */
public final class InvalidRequest extends PermanentFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public InvalidRequest(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public InvalidRequest(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
