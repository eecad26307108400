package io.calendarsync.model;

/**
 * The host's own name for a thing it publishes or links: an order, a lesson, a shift. Any text.
 *
 * @param value 1 to 1,000 chars
 * @since 0.1
 */
public record HostKey(String value) {

    private static final int LONGEST = 1000;

    /**
     * Checks the name.
     *
     * @param value 1 to 1,000 chars
     * @throws IllegalArgumentException if it is empty or longer
     */
    public HostKey {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("HostKey must not be empty");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("HostKey must not be longer than 1000 chars, is " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
