package io.calendarsync;

/**
 * The provider no longer knows a position, or a page of it: the library falls back to the position before, and from
 * there to a full listing.
 *
 * @since 0.1
 */
public final class CursorLost extends PermanentFailure {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what happened and what to do, and where it arose.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     */
    public CursorLost(String message, FaultSource source) {
        super(message, source, null);
    }

    /**
     * Creates it with the fault below it.
     *
     * @param message what happened and what to do, without secrets
     * @param source where it arose
     * @param cause the fault below it
     */
    public CursorLost(String message, FaultSource source, Throwable cause) {
        super(message, source, cause);
    }
}
