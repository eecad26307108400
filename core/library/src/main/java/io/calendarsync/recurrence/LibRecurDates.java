package io.calendarsync.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Weekly, monthly and yearly rules, expanded by lib-recur; the only class that knows it.
 *
 * <p>lib-recur is given what it does well and nothing else: floating dates, every part written out that would be taken
 * from the start of the series, and a start of its own at the beginning of a period before the one of interest. COUNT,
 * UNTIL, BYSETPOS and times of day are dealt with elsewhere: it takes their values as they come, walks through every
 * instance before the window, and miscounts positions in the first period.
 */
final class LibRecurDates implements DateRule {

    private final LocalDate start;
    private final Frequency frequency;
    private final int interval;
    private final DayOfWeek weekStart;
    private final Set<Integer> onlyMonthDays;
    private final RecurrenceRule rule;

    private LibRecurDates(Rule rule, LocalDate start) throws InvalidRecurrenceRuleException {
        this.start = start;
        this.frequency = rule.frequency();
        this.interval = rule.interval();
        this.weekStart = rule.weekStart();
        this.onlyMonthDays = limitsDaysOfTheYear(rule) ? Set.copyOf(rule.by(ByPart.BYMONTHDAY)) : Set.of();
        this.rule = new RecurrenceRule(text(rule), RfcMode.RFC5545_STRICT);
    }

    /** Prepares a rule; empty if lib-recur finds fault with it. */
    static Optional<DateRule> of(Rule rule, LocalDate start) {
        try {
            return Optional.of(new LibRecurDates(rule, start));
        } catch (InvalidRecurrenceRuleException fault) {
            return Optional.empty();
        }
    }

    private String text(Rule rule) {
        return Stream.of(
                        "FREQ=" + frequency,
                        "INTERVAL=" + interval,
                        "WKST=" + new Rule.WeekdayNumber(0, weekStart),
                        rule.skip().isEmpty() ? "" : "RSCALE=GREGORIAN;SKIP=" + rule.skip(),
                        part("BYMONTH", months(rule)),
                        part("BYMONTHDAY", monthDays(rule)),
                        part("BYDAY", weekdays(rule)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private static String part(String name, List<?> values) {
        return values.isEmpty()
                ? ""
                : name + "=" + values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** A yearly rule that says nothing of the week stays in the month of the start. */
    private List<Integer> months(Rule rule) {
        boolean ofTheStart = frequency == Frequency.YEARLY
                && !rule.has(ByPart.BYMONTH)
                && rule.byDay().isEmpty();
        return ofTheStart ? List.of(start.getMonthValue()) : rule.by(ByPart.BYMONTH);
    }

    private List<Integer> monthDays(Rule rule) {
        if (!onlyMonthDays.isEmpty()) {
            return List.of();
        }
        boolean ofTheStart = frequency != Frequency.WEEKLY && !namesDays(rule);
        return ofTheStart ? List.of(start.getDayOfMonth()) : rule.by(ByPart.BYMONTHDAY);
    }

    private List<Rule.WeekdayNumber> weekdays(Rule rule) {
        boolean ofTheStart = frequency == Frequency.WEEKLY && rule.byDay().isEmpty();
        return ofTheStart ? List.of(new Rule.WeekdayNumber(0, start.getDayOfWeek())) : rule.byDay();
    }

    private static boolean namesDays(Rule rule) {
        return rule.has(ByPart.BYMONTHDAY) || !rule.byDay().isEmpty();
    }

    /** Weekdays of a year limited by days of the month: lib-recur would look at the month of the start alone. */
    private static boolean limitsDaysOfTheYear(Rule rule) {
        return rule.frequency() == Frequency.YEARLY
                && !rule.has(ByPart.BYMONTH)
                && rule.has(ByPart.BYMONTHDAY)
                && !rule.byDay().isEmpty();
    }

    @Override
    public Periods periods(LocalDate from, LocalDate to) {
        LocalDate origin = firstDay(start);
        long elapsed = unit().between(origin, firstDay(from)) / interval;
        LocalDate begin = unit().addTo(origin, Math.max(0, elapsed) * interval);
        try {
            return new Grouped(iterator(begin), to);
        } catch (IllegalArgumentException nothingInAThousandPeriods) {
            return () -> null;
        }
    }

    private RecurrenceRuleIterator iterator(LocalDate begin) {
        return rule.iterator(new DateTime(begin.getYear(), begin.getMonthValue() - 1, begin.getDayOfMonth()));
    }

    private ChronoUnit unit() {
        return switch (frequency) {
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (frequency) {
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTHLY -> YearMonth.from(day).atDay(1);
            default -> LocalDate.of(day.getYear(), 1, 1);
        };
    }

    /** Puts the dates of one period together. */
    private final class Grouped implements Periods {

        private final RecurrenceRuleIterator dates;
        private final LocalDate to;
        private @Nullable LocalDate ahead;
        private boolean ended;

        Grouped(RecurrenceRuleIterator dates, LocalDate to) {
            this.dates = dates;
            this.to = to;
            this.ahead = read();
        }

        @Override
        public @Nullable List<LocalDate> next() {
            if (ahead == null || ahead.isAfter(to)) {
                return null;
            }
            LocalDate period = firstDay(ahead);
            List<LocalDate> found = new ArrayList<>();
            while (ahead != null && firstDay(ahead).equals(period)) {
                if (isKept(ahead)) {
                    found.add(ahead);
                }
                ahead = read();
            }
            return found;
        }

        private boolean isKept(LocalDate date) {
            return onlyMonthDays.isEmpty()
                    || onlyMonthDays.contains(date.getDayOfMonth())
                    || onlyMonthDays.contains(date.getDayOfMonth() - date.lengthOfMonth() - 1);
        }

        /** lib-recur looks for the next date before it hands out this one, and may fail at that. */
        private @Nullable LocalDate read() {
            if (ended || !dates.hasNext()) {
                return null;
            }
            DateTime next = dates.peekDateTime();
            try {
                dates.nextDateTime();
            } catch (IllegalArgumentException nothingInAThousandPeriods) {
                ended = true;
            }
            return next.getYear() > WallClocks.LAST.getYear()
                    ? null
                    : LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
        }
    }
}
