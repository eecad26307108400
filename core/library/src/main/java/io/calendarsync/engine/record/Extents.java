package io.calendarsync.engine.record;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Tells which stretch of time an event may touch. */
public final class Extents {

    /** By how much the instants of dates and floating times differ at most between two viewers. */
    public static final Duration ANY_ZONE = Duration.ofHours(26);

    private static final Duration LONG = Duration.ofDays(31);
    private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Extents() {}

    /** Returns the extent of an event. */
    public static Extent of(Event event) {
        Interval span = event.span(ZoneOffset.UTC);
        Instant until = event.isSeries() ? Series.of(event).end().orElse(FAR_FUTURE) : span.end();
        return new Extent(span.start(), until, isLong(event));
    }

    /** Returns whether a scan of 31 days before an interval may miss an event that touches it. */
    static boolean isLong(Event event) {
        boolean shiftsOthers = event.shape() instanceof EventShape.Override override && override.thisAndFuture();
        return event.isSeries()
                || shiftsOthers
                || event.span(ZoneOffset.UTC).length().compareTo(LONG) > 0;
    }
}
