package io.calendarsync.spi.store;

/**
 * Bytes in the store are not what was encrypted for that record: damaged, or moved between rows.
 *
 * @since 0.1
 */
public class CipherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it from a sentence that names the record, never its content.
     *
     * @param message names the record, never its content
     */
    public CipherException(String message) {
        super(message);
    }

    /**
     * Creates it from a sentence that names the record, never its content, with the fault below it.
     *
     * @param message names the record, never its content
     * @param cause the fault below it
     */
    public CipherException(String message, Throwable cause) {
        super(message, cause);
    }
}
