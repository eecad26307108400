package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import java.util.Optional;

/**
 * Says what a thing of the host's is as an event. Thread-safe, and the same answer for the same thing.
 *
 * @param <T> the host's type, such as a lesson or an order
 * @since 0.1
 */
public interface Mapping<T> {

    /**
     * {@return the host's name for it}
     *
     * @param entity the thing
     */
    HostKey key(T entity);

    /**
     * {@return its revision, which rises with every change}
     *
     * @param entity the thing
     */
    long revision(T entity);

    /**
     * {@return whether it is to be in a calendar at all}
     *
     * @param entity the thing
     */
    default boolean wanted(T entity) {
        return true;
    }

    /**
     * {@return the calendar it belongs into, absent where there is none, such as for somebody without a connection}
     *
     * @param entity the thing
     */
    Optional<CalendarId> route(T entity);

    /**
     * {@return what it is to be; asked for only where there is a route}
     *
     * @param entity the thing
     */
    EventDraft draft(T entity);

    /**
     * {@return who gets a mail}
     *
     * @param entity the thing
     */
    default Invitations invitations(T entity) {
        return Invitations.NONE;
    }
}
