package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Tells what takes place, when owners are busy and free (between the years 3 and 9997), reads what is stored, brings a calendar up to date at once, and decides on deletions that were held back. Thread-safe.
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
     * @throws InvalidRequest if {@code after} is no cursor of this method's, or the limit less than 1
     */
    Page<Event> events(CalendarId calendar, Optional<String> after, int limit);

    /**
     * {@return a page of what takes place in all calendars of an owner: instances of series, moved ones where they are
     * now, and single events, by their start; and what is not known in the time it covers}
     *
     * @param owner whose calendars
     * @param within from when until when; what touches it is in it. Looked at as far as the pages are asked for
     * @param viewer the zone in which dates and floating times are read
     * @param after what the page before gave as next, absent for the first
     * @param limit most occurrences in the page, 1 or more
     * @throws InvalidRequest if {@code after} is no cursor of this method's, or the limit less than 1
     */
    OccurrencePage events(OwnerId owner, Interval within, ZoneId viewer, Optional<String> after, int limit);

    /**
     * {@return when an owner is busy: the time that is blocked, joined where it meets, and no more than was asked for}
     * Dates and floating times block the time they are in the zone of their calendar.
     *
     * @param owner whose calendars, as far as they are used for {@link Use#BUSY}
     * @param within from when until when
     */
    Answer<Interval> busy(OwnerId owner, Interval within);

    /**
     * {@return which two of an owner's block the same time} The same meeting in two calendars, which has the same uid
     * and starts at the same instant, is one; instances of one series that reach into each other do not clash unless one
     * was moved. Where one ends as the other begins there is no conflict.
     *
     * @param owner whose calendars, as far as they are used for {@link Use#BUSY}
     * @param within from when until when, some of the shared time lies in it
     * @throws InvalidRequest if there are more than a million
     */
    Answer<Clash> conflicts(OwnerId owner, Interval within);

    /**
     * {@return when an owner is free} What is not known is not free: see {@link Answer#unknown}.
     *
     * @param query what is asked for
     */
    Answer<Slot> slots(SlotQuery query);

    /**
     * Stores when an owner can be booked, in place of what was stored before; erased with the owner.
     *
     * @param owner who
     * @param hours when
     * @throws InvalidRequest if the owner is still being erased
     */
    void workingHours(OwnerId owner, WorkingHours hours);

    /**
     * {@return when an owner can be booked, as far as it was stored}
     *
     * @param owner who
     */
    Optional<WorkingHours> workingHours(OwnerId owner);

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
