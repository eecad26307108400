package io.calendarsync.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Which version of an event this is.
 *
 * @param uid the iCalendar UID, the same for all of a series and in every attendee's calendar; empty where unknown
 * @param sequence the iCalendar SEQUENCE, 0 where unknown
 * @param etag the provider's version tag, empty where it has none
 * @param updated when the provider's server last changed the event; absent where the source's own stamps mean nothing
 * @since 0.1
 */
public record Revision(String uid, long sequence, String etag, Optional<Instant> updated) {

    /**
     * {@return a revision of which only the UID is known}
     *
     * @param uid empty where unknown
     */
    public static Revision of(String uid) {
        return new Revision(uid, 0, "", Optional.empty());
    }
}
