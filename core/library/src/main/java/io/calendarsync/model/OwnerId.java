package io.calendarsync.model;

/**
 * The host's own name for whoever owns calendars: a user, a room, a team. Any text.
 *
 * @param value never empty
 * @since 0.1
 */
public record OwnerId(String value) {
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
