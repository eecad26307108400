package io.calendarsync.spi.store;

import io.calendarsync.FaultSource;
import io.calendarsync.Misconfigured;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256 in Galois/counter mode (NIST SP 800-38D), a random nonce of 96 bits for each record.
 *
 * <p>A new key is rolled out for reading before anything is encrypted with it, because nodes restart one after the other:
 *
 * <pre>{@code
 * RecordCipher before = AesGcmRecordCipher.of("k1", first);
 * RecordCipher onEveryNodeFirst = AesGcmRecordCipher.of("k1", first).alsoReading("k2", second);
 * RecordCipher onEveryNodeThen = AesGcmRecordCipher.of("k2", second).alsoReading("k1", first);
 * }</pre>
 *
 * <p>The first key may go once no record is {@linkplain #isOld old} any more, and should be replaced before it has
 * encrypted 2<sup>32</sup> records. Keys are 32 random bytes, copied here and never printed. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class AesGcmRecordCipher implements RecordCipher {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    private final String primary;
    private final Map<String, SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    private AesGcmRecordCipher(String primary, Map<String, SecretKey> keys) {
        this.primary = primary;
        this.keys = keys;
    }

    /**
     * {@return a cipher that encrypts and decrypts with that key}
     *
     * @param id what records say they were encrypted with: 1 to 64 letters, digits, dots, dashes and underscores
     * @param key 32 bytes from a cryptographic random generator
     * @throws IllegalArgumentException if the id or the length of the key is anything else
     */
    public static AesGcmRecordCipher of(String id, byte[] key) {
        return new AesGcmRecordCipher(id, Map.of()).with(id, key);
    }

    /**
     * {@return this cipher, which also decrypts what was encrypted with that key}
     *
     * @param id what those records say they were encrypted with, as {@link #of} takes it
     * @param key 32 bytes
     * @throws IllegalArgumentException if the id or the length of the key is not as {@link #of} says, or the id is
     *     taken
     */
    public AesGcmRecordCipher alsoReading(String id, byte[] key) {
        if (keys.containsKey(id)) {
            throw new IllegalArgumentException("two cipher keys are named " + id);
        }
        return with(id, key);
    }

    private AesGcmRecordCipher with(String id, byte[] key) {
        if (!CipherEnvelope.isKeyId(id)) {
            throw new IllegalArgumentException(
                    "the id of a cipher key is 1 to 64 letters, digits, dots, dashes and underscores");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a cipher key has 32 bytes, " + id + " has " + key.length);
        }
        Map<String, SecretKey> more = new TreeMap<>(keys);
        more.put(id, new SecretKeySpec(key, "AES"));
        return new AesGcmRecordCipher(primary, more);
    }

    @Override
    public byte[] encrypt(RecordKey key, byte[] plain) {
        byte[] nonce = new byte[CipherEnvelope.NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, primary, nonce, key).doFinal(plain);
            return new CipherEnvelope(primary, nonce, sealed).bytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot encrypt with AES/GCM", e);
        }
    }

    @Override
    public byte[] decrypt(RecordKey key, byte[] encrypted) {
        CipherEnvelope envelope = CipherEnvelope.parse(encrypted, key);
        if (!keys.containsKey(envelope.keyId())) {
            throw new Misconfigured(
                    "This node holds no cipher key " + envelope.keyId() + ", only " + keys.keySet()
                            + "; add it to the cipher of every node before any node encrypts with it.",
                    FaultSource.unknown());
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, envelope.keyId(), envelope.nonce(), key)
                    .doFinal(envelope.sealed());
        } catch (AEADBadTagException e) {
            throw new CipherException(key + " was damaged, or encrypted for another record or with another key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot decrypt with AES/GCM", e);
        }
    }

    @Override
    public boolean isOld(byte[] encrypted) {
        return !CipherEnvelope.keyId(encrypted).equals(primary);
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, RecordKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(CipherEnvelope.authenticated(keyId, key));
        return cipher;
    }

    /** Names the keys without their bytes. */
    @Override
    public String toString() {
        return "AesGcmRecordCipher[encrypts with " + primary + ", decrypts with " + keys.keySet() + "]";
    }
}
