package io.calendarsync.google.internal.write;

import io.calendarsync.spi.provider.Creation;
import java.math.BigInteger;

/**
 * Derives the id of a new event from the name of its creation. Google lets clients choose ids of the letters of base32hex
 * (RFC 4648 section 7) in lower case, and refuses one that is taken: the same creation twice makes one event.
 */
final class EventNames {

    /** 256 bits make 51 digits of 5 bits and a rest, which base32hex fills up from the right. */
    private static final int DIGITS = 52;

    private static final int FILLED_UP = 4;

    private EventNames() {}

    static String idOf(Creation creation) {
        String digits = new BigInteger(creation.name(), 16).shiftLeft(FILLED_UP).toString(32);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
