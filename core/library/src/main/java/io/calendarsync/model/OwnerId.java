package io.calendarsync.model;

/**
 * The host's own name for whoever owns calendars: a user, a room, a team. Any text.
 *
 * @param value never empty
 * @since 0.1
 */
public record OwnerId(String value) {
    /**
     * Checks the id.
     *
     * @param value never empty
     * @throws IllegalArgumentException if it is empty
     */
    public OwnerId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("OwnerId must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
