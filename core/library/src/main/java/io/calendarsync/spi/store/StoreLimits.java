package io.calendarsync.spi.store;

import java.util.Collection;
import java.util.List;

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

    /**
     * Checks that it is no less than {@link #LEAST}.
     *
     * @param recordsPerBatch most writes in one commit and most keys in one read; at least 100
     * @param bytesPerPayload most bytes in one payload; at least 262,144
     * @throws IllegalArgumentException if it is
     */
    public StoreLimits {
        if (recordsPerBatch < 100) {
            throw new IllegalArgumentException("recordsPerBatch must be at least 100, is " + recordsPerBatch);
        }
        if (bytesPerPayload < 256 * 1024) {
            throw new IllegalArgumentException("bytesPerPayload must be at least 262144, is " + bytesPerPayload);
        }
    }

    /**
     * Passes keys that may be read at once.
     *
     * @param keys the keys a caller wants to read
     * @throws IllegalArgumentException if there are too many: a fault of the caller that no retry cures
     */
    public void requireReadable(Collection<RecordKey> keys) {
        if (keys.size() > recordsPerBatch) {
            throw new IllegalArgumentException(
                    "a read takes at most " + recordsPerBatch + " keys, this one has " + keys.size());
        }
    }

    /**
     * Passes a batch that keeps to these limits and to the order {@link SyncStore#commit} is promised.
     *
     * @param batch the writes a caller wants to commit
     * @throws IllegalArgumentException if it holds too many writes, a payload that is too large, or keys that are not
     *     sorted and unique: a fault of the caller that no retry cures
     */
    public void requireCommittable(List<Write> batch) {
        if (batch.size() > recordsPerBatch) {
            throw new IllegalArgumentException(
                    "a batch takes at most " + recordsPerBatch + " writes, this one has " + batch.size());
        }
        for (int i = 0; i < batch.size(); i++) {
            Write write = batch.get(i);
            if (i > 0 && batch.get(i - 1).key().compareTo(write.key()) >= 0) {
                throw new IllegalArgumentException("keys of a batch are not sorted and unique at " + write.key());
            }
            if (write instanceof Write.Put put && put.record().payload().length > bytesPerPayload) {
                throw new IllegalArgumentException("payload of " + write.key() + " takes "
                        + put.record().payload().length + " bytes, the most is " + bytesPerPayload);
            }
        }
    }
}
