package io.calendarsync.model;

/**
 * Names one connection of an owner to an account or feed; chosen by the library, opaque to the host.
 *
 * @param value never empty
 * @since 0.1
 */
public record ConnectionId(String value) {
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
