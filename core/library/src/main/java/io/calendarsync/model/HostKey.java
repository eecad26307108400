package io.calendarsync.model;

/**
 * The host's own name for a thing it publishes or links: an order, a lesson, a shift. Any text.
 *
 * @param value never empty
 * @since 0.1
 */
public record HostKey(String value) {
    /**
     * Checks the name.
     *
     * @param value never empty
     * @throws IllegalArgumentException if it is empty
     */
    public HostKey {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("HostKey must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
