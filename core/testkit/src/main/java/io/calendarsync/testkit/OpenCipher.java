package io.calendarsync.testkit;

import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.RecordKey;

/**
 * Encrypts nothing, for tests and simulations that have no secrets. Immutable.
 *
 * @since 0.1
 */
public final class OpenCipher implements RecordCipher {

    /** Creates one. */
    public OpenCipher() {}

    @Override
    public byte[] encrypt(RecordKey key, byte[] plain) {
        return plain.clone();
    }

    @Override
    public byte[] decrypt(RecordKey key, byte[] encrypted) {
        return encrypted.clone();
    }

    @Override
    public boolean isOld(byte[] encrypted) {
        return false;
    }
}
