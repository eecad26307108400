package io.calendarsync.model;

/**
 * How to join from afar (RFC 7986 section 5.11).
 *
 * @param uri the link, as received
 * @param label what to call it, may be empty
 * @since 0.1
 */
public record ConferenceLink(String uri, String label) {}
