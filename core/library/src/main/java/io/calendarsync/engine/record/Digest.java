package io.calendarsync.engine.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in the alphabet of base32hex (RFC 4648 section 7), lower case. */
public final class Digest {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";

    private static final MessageDigest FRESH = provided();

    private Digest() {}

    /** Returns a SHA-256 in the making. */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return provided();
        }
    }

    /** Returns 52 characters that stand for a text, even one with half a surrogate pair. */
    public static String text(String text) {
        // Not by way of a charset: that would make one and the same mark of every half pair.
        byte[] units = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            units[2 * i] = (byte) (text.charAt(i) >> 8);
            units[2 * i + 1] = (byte) text.charAt(i);
        }
        return base32(bytes(units));
    }

    /** Returns the 32 bytes of the digest. */
    public static byte[] bytes(byte[] content) {
        return sha256().digest(content);
    }

    /** Looking one up takes longer than the digest of an event id: all others are copies of this one. */
    private static MessageDigest provided() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
