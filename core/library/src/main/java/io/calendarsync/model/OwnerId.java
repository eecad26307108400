package io.calendarsync.model;

/**
 * The host's own name for whoever owns calendars: a user, a room, a team. Any text.
 *
 * @param value 1 to 1,000 chars, without half a surrogate pair
 * @since 0.1
 */
public record OwnerId(String value) {

    private static final int LONGEST = 1000;

    /**
     * Checks the id.
     *
     * @param value 1 to 1,000 chars, without half a surrogate pair
     * @throws IllegalArgumentException if it is empty or longer, or has half a surrogate pair
     */
    public OwnerId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("OwnerId must not be empty");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("OwnerId must not be longer than 1000 chars, is " + value.length());
        }
        // Half a pair has no place in any encoding: two such ids would be stored as one.
        if (value.codePoints().anyMatch(OwnerId::isHalfAPair)) {
            throw new IllegalArgumentException("OwnerId must not contain half a surrogate pair");
        }
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
