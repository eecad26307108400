package io.calendarsync.spi.provider;

/**
 * Names a registered provider, such as {@code ics}.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens, starting with a letter
 * @since 0.1
 */
public record ProviderId(String value) {
    /**
     * Checks the name.
     *
     * @param value 1 to 40 lower-case letters, digits and hyphens, starting with a letter
     * @throws IllegalArgumentException if it is anything else
     */
    public ProviderId {
        if (!value.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "a provider id is 1 to 40 lower-case letters, digits and hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
