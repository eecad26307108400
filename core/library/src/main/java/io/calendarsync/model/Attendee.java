package io.calendarsync.model;

/**
 * Who is asked to come, and what they said.
 *
 * @param person who it is
 * @param role what they are asked for
 * @param status what they said
 * @param self whether it is the owner of the calendar this copy was read from
 * @since 0.1
 */
public record Attendee(Person person, AttendeeRole role, ParticipationStatus status, boolean self) {}
