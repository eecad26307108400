package io.calendarsync;

import io.calendarsync.model.OwnerId;
import java.util.List;
import java.util.Optional;

/**
 * Reads the logs, and looks after subscribers. Thread-safe.
 *
 * @since 0.1
 */
public interface Feed {

    /**
     * Returns entries of all of an owner's logs, in order within each log.
     *
     * @param owner whose calendars and connections they are about
     * @param cursor what the page before gave as next, absent to begin with the oldest that are kept; a cursor may be
     *     kept for as long as the log is
     * @param limit most entries in the page, at least 1
     * @return a page whose {@code next} is always there: hand it back later for what is new then
     * @throws InvalidRequest if the cursor is none of this method's
     */
    Page<SyncEvent> after(OwnerId owner, Optional<String> cursor, int limit);

    /** {@return every subscriber there is, whichever node has it} */
    List<SubscriberStatus> subscribers();

    /**
     * Delivers a parked entry again, and what follows it.
     *
     * @param subscriber its durable name
     * @param log the log it is parked in, see {@link SubscriberStatus#parked()}
     */
    void replay(String subscriber, String log);

    /**
     * Passes over a parked entry, for good, and goes on with what follows it. Written to the audit trail.
     *
     * @param subscriber its durable name
     * @param log the log it is parked in, see {@link SubscriberStatus#parked()}
     */
    void skip(String subscriber, String log);

    /**
     * Ends a subscription: its progress is forgotten and no longer keeps entries from being purged.
     *
     * @param subscriber its durable name
     */
    void remove(String subscriber);
}
