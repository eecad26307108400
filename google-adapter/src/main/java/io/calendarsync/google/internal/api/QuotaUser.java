package io.calendarsync.google.internal.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whom a request is counted for: without it, all users a service account acts for share the quota of one. At most 40
 * characters that tell Google nothing.
 *
 * @param value as sent
 */
public record QuotaUser(String value) {

    /** Returns the user of a connection. */
    public static QuotaUser of(String connection) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(connection.getBytes(StandardCharsets.UTF_8));
            return new QuotaUser(HexFormat.of().formatHex(Arrays.copyOf(digest, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
