package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule whose periods name dates, with the times of day put on them and BYSETPOS counting the whole; immutable. */
final class DatedRule implements WallClockRule {

    private final DateRule dates;
    private final LocalDateTime start;
    private final DaySeconds times;
    private final SetPositions positions;

    DatedRule(DateRule dates, Rule rule, LocalDateTime start) {
        this.dates = dates;
        this.start = start;
        this.times = new DaySeconds(
                rule.byOr(ByPart.BYHOUR, start.getHour()),
                rule.byOr(ByPart.BYMINUTE, start.getMinute()),
                rule.byOr(ByPart.BYSECOND, start.getSecond()));
        this.positions = new SetPositions(rule);
    }

    @Override
    public Walk walk(LocalDateTime from, LocalDateTime to, Steps steps) {
        return new DateWalk(from.isBefore(start) ? start : from, to, steps);
    }

    private final class DateWalk implements Walk {

        private final LocalDateTime from;
        private final LocalDateTime to;
        private final Steps steps;
        private final DateRule.Periods periods;
        private List<LocalDate> period = List.of();
        private SetPositions.Picked picked = positions.of(0);
        private int next;

        DateWalk(LocalDateTime from, LocalDateTime to, Steps steps) {
            this.from = from;
            this.to = to;
            this.steps = steps;
            this.periods = dates.periods(from.toLocalDate(), to.toLocalDate());
        }

        @Override
        public @Nullable LocalDateTime next() {
            while (steps.take()) {
                if (next < picked.size()) {
                    LocalDateTime clock = get(next++);
                    return clock.isBefore(to) ? clock : null;
                }
                if (!enterNext()) {
                    return null;
                }
            }
            return null;
        }

        private boolean enterNext() {
            List<LocalDate> found = periods.next();
            if (found == null) {
                return false;
            }
            period = found;
            picked = positions.of(period.size() * times.size());
            next = firstFrom();
            return true;
        }

        private LocalDateTime get(int number) {
            int index = picked.get(number);
            return period.get(index / times.size()).atTime(LocalTime.ofSecondOfDay(times.get(index % times.size())));
        }

        private int firstFrom() {
            int low = 0;
            int high = picked.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (get(middle).isBefore(from)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
