package io.calendarsync.engine.record;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Record ids of events.
 *
 * <p>An event id is any text of any length, a record id at most 255 bytes that every database compares alike. An id of
 * up to 200 printable ASCII characters without blanks stands for itself, any other as {@code #} and its SHA-256 in
 * base32hex; the true id is in the payload. Ids that begin with {@code #} are hashed too, so the two never meet.
 */
public final class Keys {

    private static final int LONGEST = 200;

    /** A digest of 256 bits takes 52 digits of five bits; four zero bits fill the last. */
    private static final int DIGITS = 52;

    private Keys() {}

    /** Returns the record id of an event id: the same for the same id, another for any other. */
    public static String of(String eventId) {
        return standsForItself(eventId) ? eventId : '#' + digest(eventId);
    }

    private static boolean standsForItself(String id) {
        if (id.isEmpty() || id.length() > LONGEST || id.charAt(0) == '#') {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String digest(String id) {
        // Not UTF-8: half a surrogate pair has none, and two such ids would become one.
        byte[] units = new byte[id.length() * 2];
        for (int i = 0; i < id.length(); i++) {
            units[2 * i] = (byte) (id.charAt(i) >> 8);
            units[2 * i + 1] = (byte) id.charAt(i);
        }
        String digits = new BigInteger(1, sha256(units)).shiftLeft(4).toString(32);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
