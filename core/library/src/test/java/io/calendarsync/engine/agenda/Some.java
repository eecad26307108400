package io.calendarsync.engine.agenda;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Occurrences and stretches of time on 2 March 2026, for tests. */
final class Some {

    static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 2, 0, 0);

    private Some() {}

    static Event event(String calendar, String uid, LocalDateTime start, Duration length) {
        return Event.builder(
                        new EventRef(new CalendarId("o-c-" + calendar), uid + "@" + calendar),
                        EventTime.Timed.of(start, ZoneOffset.UTC, length))
                .uid(uid)
                .build();
    }

    static Occurrence occurrence(String calendar, String uid, LocalDateTime start, Duration length) {
        Event event = event(calendar, uid, start, length);
        return new Occurrence(event, Optional.empty(), event.time(), event.span(ZoneOffset.UTC));
    }

    /** An occurrence from one hour of the day to another. */
    static Occurrence occurrence(String calendar, String uid, int from, int to) {
        return occurrence(calendar, uid, DAY.plusHours(from), Duration.ofHours(to - from));
    }

    static Instant at(int hour, int minute) {
        return DAY.plusHours(hour).plusMinutes(minute).toInstant(ZoneOffset.UTC);
    }

    static Interval hours(int from, int to) {
        return new Interval(at(from, 0), at(to, 0));
    }
}
