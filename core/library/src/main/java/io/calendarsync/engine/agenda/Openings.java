package io.calendarsync.engine.agenda;

import io.calendarsync.Hours;
import io.calendarsync.WorkingHours;
import io.calendarsync.model.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When working hours are. On days when the clock changes they last as long as the clock says, and no instant lies in them
 * whose clock does not. Pure.
 *
 * @param stretches each stretch of hours, by its start
 * @param open the time they cover: what meets or overlaps is one
 */
record Openings(List<Interval> stretches, List<Interval> open) {

    /** Returns all of an interval. */
    static Openings allOf(Interval within) {
        return new Openings(List.of(within), List.of(within));
    }

    /** Returns the hours that touch an interval, whole: where they begin does not depend on the interval. */
    static Openings of(WorkingHours hours, Interval within) {
        ZoneId zone = hours.zone();
        List<Interval> stretches = new ArrayList<>();
        // Hours of the day before may last into the first day, and those of the next may continue the last.
        LocalDate last = LocalDate.ofInstant(within.end(), zone).plusDays(1);
        LocalDate first = LocalDate.ofInstant(within.start(), zone).minusDays(1);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Hours some : hours.of(day)) {
                Instant from = begin(day.atTime(some.from()), zone);
                Instant to = end((some.endsNextDay() ? day.plusDays(1) : day).atTime(some.to()), zone);
                if (from.isBefore(to)) {
                    stretches.add(new Interval(from, to));
                }
            }
        }
        stretches.sort(Comparator.comparing(Interval::start));
        return new Openings(List.copyOf(stretches), joined(stretches));
    }

    /** A clock that is skipped is where it is skipped, one that comes twice is where no earlier one follows. */
    private static Instant begin(LocalDateTime clock, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(clock);
        if (change == null) {
            return clock.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : clock.toInstant(change.getOffsetAfter());
    }

    private static Instant end(LocalDateTime clock, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(clock);
        if (change == null) {
            return clock.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : clock.toInstant(change.getOffsetBefore());
    }

    private static List<Interval> joined(List<Interval> stretches) {
        Spans merged = Spans.of(
                        stretches.stream()
                                .mapToLong(one -> Micros.of(one.start()))
                                .toArray(),
                        stretches.stream()
                                .mapToLong(one -> Micros.of(one.end()))
                                .toArray())
                .merged();
        return IntStream.range(0, merged.size())
                .mapToObj(place -> Micros.interval(merged.start(place), merged.end(place)))
                .toList();
    }
}
