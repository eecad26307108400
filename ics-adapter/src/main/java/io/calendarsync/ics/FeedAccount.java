package io.calendarsync.ics;

import io.calendarsync.spi.provider.Account;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Tells feeds apart without showing their addresses. */
final class FeedAccount {

    private static final int MOST_LABEL = 255;

    private FeedAccount() {}

    /** Returns an id made from the whole address, and its host, or a file's name, for people. */
    static Account of(URI address) {
        byte[] text = address.normalize().toASCIIString().getBytes(StandardCharsets.UTF_8);
        return new Account(Sha256.hex(text).substring(0, 32), label(address));
    }

    private static String label(URI address) {
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        String path = address.getPath() == null ? "" : address.getPath();
        String label = host.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : host;
        return label.length() <= MOST_LABEL ? label : label.substring(0, MOST_LABEL);
    }
}
