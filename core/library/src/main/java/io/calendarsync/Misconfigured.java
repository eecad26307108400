package io.calendarsync;

/**
 * The application is set up wrongly: a client secret, a cipher key, a URL. Never the user's fault.
 *
 * @since 0.1
 */
public final class Misconfigured extends PermanentFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public Misconfigured(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public Misconfigured(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
