package io.calendarsync.spi.store;

/**
 * Encrypts payloads before a store sees them: credentials and feed URLs always, events if the host says so.
 *
 * <p>The record's key is authenticated with the ciphertext, so a ciphertext moved to another row does not decrypt.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface RecordCipher {

    /** Returns the ciphertext, which names the key it was made with. */
    byte[] encrypt(RecordKey key, byte[] plain);

    /**
     * Returns the plain bytes.
     *
     * @throws io.calendarsync.Misconfigured if this node does not hold the named key; nothing is lost, the
     *     key has to be rolled out
     * @throws CipherException if the bytes are not what {@link #encrypt} made for this record
     */
    byte[] decrypt(RecordKey key, byte[] encrypted);

    /** Returns whether those bytes were made with another key than the one new records get. */
    boolean isOld(byte[] encrypted);
}
