package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.Digest;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Names of creations: the same for each try at the same place, another for any other place, and for any other
 * installation (history H34). Thread-safe.
 */
public final class Names {

    private static final int MARK_LENGTH = 40;

    private final Supplier<String> installation;

    /**
     * Creates it.
     *
     * @param installation asked for the name of the installation each time
     */
    public Names(Supplier<String> installation) {
        this.installation = installation;
    }

    /**
     * The name of a creation and the mark its event bears.
     *
     * @param name 64 hexadecimal digits
     * @param marker what proves ownership
     */
    public record Name(String name, String marker) {}

    /**
     * Returns the name something has at a place. The mark is the same for all its places in one calendar: whoever has
     * forgotten how many there were finds it all the same.
     */
    public Name of(OwnerId owner, HostKey key, CalendarId calendar, int incarnation) {
        String whose = installation.get();
        MessageDigest digest = Digest.sha256();
        add(digest, whose);
        add(digest, owner.value());
        add(digest, key.value());
        add(digest, calendar.value());
        String mark = HexFormat.of().formatHex(copy(digest).digest()).substring(0, MARK_LENGTH);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(incarnation).flip());
        return new Name(HexFormat.of().formatHex(digest.digest()), whose + "/" + mark);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform's SHA-256 can be copied", e);
        }
    }

    /** With its length, so that no two lists of parts give the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
