package io.calendarsync.engine.record;

/**
 * Record ids of events.
 *
 * <p>An event id is any text of any length, a record id at most 255 bytes that every database compares alike. An id of
 * up to 200 printable ASCII characters without blanks stands for itself, any other as {@code #} and its SHA-256 in
 * base32hex; the true id is in the payload. Ids that begin with {@code #} are hashed too, so the two never meet.
 */
public final class Keys {

    private static final int LONGEST = 200;

    private Keys() {}

    /** Returns the record id of an event id: the same for the same id, another for any other. */
    public static String of(String eventId) {
        return standsForItself(eventId) ? eventId : '#' + Digest.text(eventId);
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
}
