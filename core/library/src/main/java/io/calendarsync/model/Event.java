package io.calendarsync.model;

import java.time.ZoneId;
import java.util.List;

/**
 * One entry of a calendar: a single event, the master of a series, or the override of one instance.
 *
 * @param ref where it lives
 * @param revision which version of it this is
 * @param time when it takes place
 * @param shape how it relates to a series
 * @param disposition how it stands in the calendar
 * @param details what it is about
 * @param participants who takes part
 * @param extensions what goes beyond the standards' properties
 * @since 0.1
 */
public record Event(
        EventRef ref,
        Revision revision,
        EventTime time,
        EventShape shape,
        Disposition disposition,
        Details details,
        Participants participants,
        Extensions extensions) {

    /**
     * {@return a builder of an ordinary single event without title}
     *
     * @param ref where it lives
     * @param time when it takes place
     */
    public static EventBuilder builder(EventRef ref, EventTime time) {
        return new EventBuilder(ref, time);
    }

    /** {@return a builder that starts from this event} */
    public EventBuilder toBuilder() {
        return new EventBuilder(this);
    }

    /** {@return the iCalendar UID, empty where unknown} */
    public String uid() {
        return revision.uid();
    }

    /** {@return the title, empty where there is none} */
    public String title() {
        return details.title();
    }

    /** {@return whether it stands for a series} */
    public boolean isSeries() {
        return shape instanceof EventShape.Series;
    }

    /** {@return whether it does not take place} */
    public boolean isCancelled() {
        return disposition.status() == EventStatus.CANCELLED;
    }

    /** {@return what could not be understood; empty for a whole event} */
    public List<Degradation> degradations() {
        return extensions.degradations();
    }

    /**
     * {@return the instants it covers; of a series, those of its first instance} See {@link EventTime#span}.
     *
     * @param viewer the zone in which dates and floating times are read
     */
    public Interval span(ZoneId viewer) {
        return time.span(viewer);
    }
}
