package io.calendarsync.spi.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * An encrypted payload as it is stored: format (1), length of the key's id, the id, nonce (12 bytes), ciphertext with
 * its tag (16 bytes) at the end. Format and id are authenticated together with the record's key.
 */
record CipherEnvelope(String keyId, byte[] nonce, byte[] sealed) {

    static final int NONCE_BYTES = 12;

    private static final int FORMAT = 1;
    private static final int TAG_BYTES = 16;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static boolean isKeyId(String text) {
        return KEY_ID.matcher(text).matches();
    }

    static CipherEnvelope parse(byte[] bytes, RecordKey record) {
        String keyId = keyIdOrEmpty(bytes);
        int nonce = 2 + keyId.length();
        if (keyId.isEmpty() || bytes.length < nonce + NONCE_BYTES + TAG_BYTES) {
            throw new CipherException(record + " does not hold an encrypted payload");
        }
        return new CipherEnvelope(
                keyId,
                Arrays.copyOfRange(bytes, nonce, nonce + NONCE_BYTES),
                Arrays.copyOfRange(bytes, nonce + NONCE_BYTES, bytes.length));
    }

    static String keyId(byte[] bytes) {
        String keyId = keyIdOrEmpty(bytes);
        if (keyId.isEmpty()) {
            throw new CipherException("not an encrypted payload");
        }
        return keyId;
    }

    private static String keyIdOrEmpty(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != FORMAT || bytes.length < 2 + bytes[1]) {
            return "";
        }
        String keyId = new String(bytes, 2, Math.max(0, bytes[1]), UTF_8);
        return isKeyId(keyId) ? keyId : "";
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = header(keyId);
        bytes.writeBytes(nonce);
        bytes.writeBytes(sealed);
        return bytes.toByteArray();
    }

    /** Each part carries its length, so that no other record's key joins to the same bytes. */
    static byte[] authenticated(String keyId, RecordKey record) {
        ByteArrayOutputStream bytes = header(keyId);
        writePart(bytes, record.collection());
        writePart(bytes, record.partition());
        writePart(bytes, record.id());
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream header(String keyId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        writePart(bytes, keyId);
        return bytes;
    }

    /** One byte of length is enough: parts of a record's key have at most 255 bytes. */
    private static void writePart(ByteArrayOutputStream bytes, String part) {
        byte[] utf8 = part.getBytes(UTF_8);
        bytes.write(utf8.length);
        bytes.writeBytes(utf8);
    }
}
