package io.calendarsync.model;

/**
 * Where an event takes place.
 *
 * @param name what people call it, may be empty
 * @param address a postal address in one or more lines, may be empty
 * @param uri a link or {@code geo:} URI (RFC 5870), may be empty
 * @since 0.1
 */
public record Location(String name, String address, String uri) {

    /**
     * {@return a location known by name only}
     *
     * @param name as people call it; empty where unknown
     */
    public static Location of(String name) {
        return new Location(name, "", "");
    }
}
