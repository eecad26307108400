package io.calendarsync.store.jdbc;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Where a page ended: the key of its last record in scan order. */
record ScanToken(long at, byte[] part, byte[] key) {

    static ScanToken parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long at = bytes.getLong();
            byte[] part = new byte[Byte.toUnsignedInt(bytes.get())];
            bytes.get(part);
            byte[] key = new byte[bytes.remaining()];
            bytes.get(key);
            return new ScanToken(at, part, key);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a page token of this store", e);
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + 1 + part.length + key.length);
        bytes.putLong(at).put((byte) part.length).put(part).put(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
