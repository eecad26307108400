package io.calendarsync.sandbox;

import java.net.URI;
import java.time.Instant;

/**
 * A channel that is open.
 *
 * @param id its id
 * @param resourceId the id of what it watches
 * @param resource what it watches: the id of a calendar, or {@code calendarList} and a mail address
 * @param user whose channel it is
 * @param address where its messages go
 * @param expires until when
 * @since 0.1
 */
public record ChannelView(String id, String resourceId, String resource, String user, URI address, Instant expires) {}
