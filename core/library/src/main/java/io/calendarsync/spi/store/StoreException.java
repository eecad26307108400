package io.calendarsync.spi.store;

/**
 * The store could not answer; whether a commit happened is unknown. The library reads again before it decides.
 *
 * @since 0.1
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that says what was tried and the cause.
     *
     * @param message what was tried, without the content of records
     * @param cause the fault below it
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates it from a sentence that says what was tried.
     *
     * @param message what was tried, without the content of records
     */
    public StoreException(String message) {
        super(message);
    }
}
