package io.calendarsync.testkit.provider;

/**
 * A mail the fake server has sent to those who are invited to an event, because a client wrote it, or took it away.
 *
 * @param eventId the provider's id of the event
 * @param marker the mark of ownership the event bears, empty where it has none
 * @since 0.1
 */
public record Mail(String eventId, String marker) {}
