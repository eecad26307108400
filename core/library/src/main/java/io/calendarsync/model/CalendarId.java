package io.calendarsync.model;

/**
 * Names one synced calendar; chosen by the library, opaque to the host, the same as long as the connection lives.
 *
 * @param value never empty
 * @since 0.1
 */
public record CalendarId(String value) {
    /**
     * Checks the id.
     *
     * @param value never empty
     * @throws IllegalArgumentException if it is empty
     */
    public CalendarId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("CalendarId must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
