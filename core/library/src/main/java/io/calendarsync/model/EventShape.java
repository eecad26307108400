package io.calendarsync.model;

/**
 * How an event relates to a series.
 *
 * @since 0.1
 */
public sealed interface EventShape {

    /** Stands alone. */
    record Single() implements EventShape {}

    /** Stands for all instances of a series; its time is that of the first. */
    record Series(Recurrence recurrence) implements EventShape {}

    /**
     * Replaces one instance of a series, or takes it away if its status is cancelled.
     *
     * @param seriesId the event id of the series, in the same calendar; the series itself may be unknown
     * @param recurrenceId the original start of the instance
     * @param thisAndFuture whether all later instances shift with it (RFC 5545 section 3.2.13)
     */
    record Override(String seriesId, RecurrenceId recurrenceId, boolean thisAndFuture) implements EventShape {}
}
