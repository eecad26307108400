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

    /**
     * {@return the ciphertext, which names the key it was made with}
     *
     * @param key the record's name, which the ciphertext is bound to
     * @param plain any bytes, may be empty; not changed
     */
    byte[] encrypt(RecordKey key, byte[] plain);

    /**
     * {@return the plain bytes}
     *
     * @param key the record's name, which the ciphertext is bound to
     * @param encrypted what {@link #encrypt} made; not changed
     * @throws io.calendarsync.Misconfigured if this node does not hold the named key; nothing is lost, the key has to
     *     be rolled out
     * @throws CipherException if the bytes are not what {@link #encrypt} made for this record
     */
    byte[] decrypt(RecordKey key, byte[] encrypted);

    /**
     * {@return whether those bytes were made with another key than the one new records get}
     *
     * @param encrypted what {@link #encrypt} made; not changed
     */
    boolean isOld(byte[] encrypted);
}
