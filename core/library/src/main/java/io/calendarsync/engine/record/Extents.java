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

    /** What lasts longer is listed apart. */
    static final Duration LONG = Duration.ofDays(31);

    private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Extents() {}

    /**
     * Returns the extent of an event. An override touches the place it has in its series as well: as long as that is to
     * come, forgetting the override would bring the instance back.
     */
    public static Extent of(Event event) {
        Interval touched = touched(event);
        Instant until = touched.end();
        if (event.isSeries()) {
            until = Series.of(event).end().orElse(FAR_FUTURE);
        } else if (shiftsOthers(event)) {
            // How long it shifts others only its series tells, which may be stored later.
            until = FAR_FUTURE;
        }
        return new Extent(touched.start(), until, isLong(event, touched));
    }

    private static Interval touched(Event event) {
        Interval span = event.span(ZoneOffset.UTC);
        if (!(event.shape() instanceof EventShape.Override override)) {
            return span;
        }
        Instant replaced = override.recurrenceId().instant(ZoneOffset.UTC);
        return new Interval(
                replaced.isBefore(span.start()) ? replaced : span.start(),
                replaced.isAfter(span.end()) ? replaced : span.end());
    }

    /** Returns whether a scan of 31 days before an interval may miss an event that touches it. */
    static boolean isLong(Event event) {
        return isLong(event, touched(event));
    }

    private static boolean isLong(Event event, Interval touched) {
        return event.isSeries() || shiftsOthers(event) || touched.length().compareTo(LONG) > 0;
    }

    private static boolean shiftsOthers(Event event) {
        return event.shape() instanceof EventShape.Override override && override.thisAndFuture();
    }
}
