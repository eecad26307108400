package io.calendarsync;

/**
 * What becomes of the events the host has published, when a connection to their calendars ends.
 *
 * @since 0.1
 */
public enum OurEvents {
    /** They stay at the provider, and are nobody's but the user's from then on. */
    KEEP,
    /** They are deleted at the provider first; who was invited to one when it was put is told that it is off. */
    TAKE_BACK
}
