package io.calendarsync.spi.store;

/**
 * The store could not answer; whether a commit happened is unknown. The library reads again before it decides.
 *
 * @since 0.1
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates it from a sentence that says what was tried and the cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Creates it from a sentence that says what was tried. */
    public StoreException(String message) {
        super(message);
    }
}
