package io.calendarsync.model;

/**
 * Names one connection of an owner to an account or feed; chosen by the library, opaque to the host.
 *
 * @param value never empty
 * @since 0.1
 */
public record ConnectionId(String value) {
    /**
     * Checks the id.
     *
     * @param value never empty
     * @throws IllegalArgumentException if it is empty
     */
    public ConnectionId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("ConnectionId must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
