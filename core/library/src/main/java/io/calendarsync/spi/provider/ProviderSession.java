package io.calendarsync.spi.provider;

import io.calendarsync.model.Event;
import java.util.Optional;

/**
 * Reads the calendars of one connection. Confined to one thread at a time. Methods make remote calls and may take as
 * long as the adapter's time-outs allow.
 *
 * <p>Every method reports trouble as one of {@link io.calendarsync.CalendarSyncException}'s leaves and never retries by
 * itself. Extra ability is an extra interface.
 *
 * @since 0.1
 */
public interface ProviderSession extends AutoCloseable {

    /** {@return who the credential belongs to} */
    Account account();

    /**
     * {@return a page of the account's calendars}
     *
     * @param from {@link Position.Start} or what the page before gave as next
     */
    CalendarListPage calendars(Position from);

    /**
     * {@return a page of what a calendar holds or what changed in it}
     *
     * <p>One item that cannot be mapped comes as a degraded event; it never fails its page.
     *
     * @param calendar the provider's id of the calendar
     * @param from {@link Position.Start} for everything, or what a page before gave as next
     * @throws io.calendarsync.CursorLost if the provider does not know the position any more
     * @throws io.calendarsync.NotFound if the account cannot see the calendar
     */
    ChangePage changes(String calendar, Position from);

    /**
     * Tells that a page is likely to be asked for next, while what came before it is still worked on. A session that can
     * begins to fetch it, so that {@link #changes} finds it there; whatever goes wrong is told when it is asked for. Whether
     * or not it is asked for, nothing else changes. Does nothing unless overridden.
     *
     * @param calendar the provider's id of the calendar
     * @param next what a page gave as next
     */
    default void ahead(String calendar, Position next) {}

    /**
     * {@return one event as it is now, absent where it does not exist (any more)}
     *
     * @param calendar the provider's id of the calendar
     * @param eventId the provider's id of the event within it
     * @throws io.calendarsync.NotFound if the account cannot see the calendar itself
     */
    Optional<Event> fetch(String calendar, String eventId);

    /** Lets go of connections and buffers; may be called more than once. */
    @Override
    void close();
}
