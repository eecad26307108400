package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import java.util.Optional;

/**
 * Reads what is stored, brings a calendar up to date at once, and decides on deletions that were held back. Thread-safe.
 *
 * @since 0.1
 */
public interface Agenda {

    /**
     * {@return a stored event}
     *
     * @param ref where the event lives
     */
    Optional<Event> event(EventRef ref);

    /**
     * {@return a page of what is stored of a calendar: single events, masters of series and overrides}
     *
     * @param calendar the synced calendar
     * @param after what the page before gave as next, absent for the first
     * @param limit most events in the page, 1 or more
     * @throws InvalidRequest if {@code after} is no cursor of this method's
     */
    Page<Event> events(CalendarId calendar, Optional<String> after, int limit);

    /**
     * Names an event in the host's own terms; retention keeps what is named.
     *
     * @param ref where the event lives
     * @param key the host's own name for it
     */
    void link(EventRef ref, HostKey key);

    /**
     * Brings a calendar up to date in the caller's thread, unless another node is at it, which then looks once more.
     * Takes at most one turn.
     *
     * @param calendar the synced calendar
     * @return what came of the turn
     */
    SyncReport syncNow(CalendarId calendar);

    /**
     * {@return what the next turn would do, and does none of it} In {@link CalendarState#REVIEW} that is the plan held
     * back; otherwise the provider is asked.
     *
     * @param calendar the synced calendar
     * @throws NotFound if there is no such calendar
     */
    Plan preview(CalendarId calendar);

    /**
     * Deletes what a plan held back names, as far as it is unchanged and has not been seen again since.
     *
     * @param plan what {@link #preview} gave, held back
     * @throws InvalidRequest if the plan is no longer the calendar's: look at it again
     */
    void confirm(Plan plan);

    /**
     * Keeps what a plan held back names, and stays silent about it until other events are missing.
     *
     * @param plan what {@link #preview} gave, held back
     * @throws InvalidRequest if the plan is no longer the calendar's: look at it again
     */
    void discard(Plan plan);
}
