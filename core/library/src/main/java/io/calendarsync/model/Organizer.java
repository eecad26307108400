package io.calendarsync.model;

/**
 * Who leads a meeting.
 *
 * @param person who it is
 * @param self whether it is the owner of the calendar this copy was read from
 * @since 0.1
 */
public record Organizer(Person person, boolean self) {}
