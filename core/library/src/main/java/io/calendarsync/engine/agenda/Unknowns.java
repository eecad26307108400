package io.calendarsync.engine.agenda;

import io.calendarsync.CalendarState;
import io.calendarsync.Gap;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of a calendar in which parts of an interval it is not known what it holds. Pure. */
final class Unknowns {

    private Unknowns() {}

    /** Returns the parts, ordered by start. */
    static List<Gap> of(CalendarRecord calendar, Interval within, Instant now, Duration staleAfter) {
        Optional<Gap.Why> allOfIt = allOfIt(calendar, now, staleAfter);
        if (allOfIt.isPresent()) {
            return List.of(new Gap(calendar.info().id(), within, allOfIt.get()));
        }
        List<Gap> gaps = new ArrayList<>();
        Instant known = calendar.window()
                .map(window -> latest(window.from(), calendar.horizon()))
                .orElse(calendar.horizon());
        if (within.start().isBefore(known)) {
            gaps.add(outside(calendar, new Interval(within.start(), earliest(known, within.end()))));
        }
        calendar.window()
                .filter(window -> window.until().isBefore(within.end()))
                .map(window -> new Interval(latest(window.until(), within.start()), within.end()))
                .ifPresent(later -> gaps.add(outside(calendar, later)));
        return gaps;
    }

    private static Optional<Gap.Why> allOfIt(CalendarRecord calendar, Instant now, Duration staleAfter) {
        if (!calendar.isListed()) {
            return Optional.of(Gap.Why.NOT_YET_SYNCED);
        }
        if (calendar.state() == CalendarState.PARKED) {
            return Optional.of(Gap.Why.PARKED);
        }
        if (calendar.isTorn()) {
            return Optional.of(Gap.Why.CHANGING);
        }
        boolean stale = Duration.between(calendar.pulse().read(), now).compareTo(staleAfter) > 0;
        return stale ? Optional.of(Gap.Why.STALE) : Optional.empty();
    }

    private static Gap outside(CalendarRecord calendar, Interval interval) {
        return new Gap(calendar.info().id(), interval, Gap.Why.OUTSIDE_WINDOW);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
