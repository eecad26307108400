package io.calendarsync.spi.store;

/**
 * What a store can take at once.
 *
 * @param recordsPerBatch most writes in one commit and most keys in one read; at least 100
 * @param bytesPerPayload most bytes in one payload; at least 262,144
 * @since 0.1
 */
public record StoreLimits(int recordsPerBatch, int bytesPerPayload) {

    /** The least a store may offer. */
    public static final StoreLimits LEAST = new StoreLimits(100, 256 * 1024);

    public StoreLimits {
        if (recordsPerBatch < 100) {
            throw new IllegalArgumentException("recordsPerBatch must be at least 100, is " + recordsPerBatch);
        }
        if (bytesPerPayload < 256 * 1024) {
            throw new IllegalArgumentException("bytesPerPayload must be at least 262144, is " + bytesPerPayload);
        }
    }
}
