package io.calendarsync;

/**
 * The grant is alive and does not allow this, or an address is not one the library may connect to.
 *
 * @since 0.1
 */
public final class AccessDenied extends PermanentFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public AccessDenied(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public AccessDenied(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
