package io.calendarsync.spi.provider;

/**
 * Whose calendars a session reads.
 *
 * @param id the provider's constant id of the account; for a feed, a digest of its address
 * @param label what to show to people, such as a mail address or the host of a feed; no secret
 * @since 0.1
 */
public record Account(String id, String label) {}
