package io.calendarsync.model;

/**
 * Somebody with an address.
 *
 * @param address a mail address or other calendar address as received, without {@code mailto:}; may be empty
 * @param name what to call them, may be empty
 * @since 0.1
 */
public record Person(String address, String name) {}
