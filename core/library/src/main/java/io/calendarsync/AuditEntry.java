package io.calendarsync;

import java.time.Instant;

/**
 * Who did what to an owner's calendars, and why; without titles, attendees or addresses.
 *
 * @param at when
 * @param who {@code host}, {@code library} or {@code provider}
 * @param what such as {@code connected}, {@code plan-confirmed}, {@code delivery-skipped}
 * @param target the id of the connection, calendar or entry
 * @param why one sentence for people, may be empty
 * @since 0.1
 */
public record AuditEntry(Instant at, String who, String what, String target, String why) {}
