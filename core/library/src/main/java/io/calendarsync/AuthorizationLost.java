package io.calendarsync;

/**
 * The grant is gone (RFC 6749 section 5.2 {@code invalid_grant}): only the user can give a new one.
 *
 * @since 0.1
 */
public final class AuthorizationLost extends PermanentFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public AuthorizationLost(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public AuthorizationLost(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
