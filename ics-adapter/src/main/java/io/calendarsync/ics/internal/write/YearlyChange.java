package io.calendarsync.ics.internal.write;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says a yearly change of clocks as an RRULE. The days it may fall on are a window of seven, of which the rule picks a
 * weekday; it is moved where the change is on another day by the clocks of the place than by those of the rule.
 */
final class YearlyChange {

    private static final int COMMON_YEAR = 2023;

    private final Month month;
    private final int firstDay;
    private final int days;
    private final Optional<DayOfWeek> weekday;

    private YearlyChange(Month month, int firstDay, Optional<DayOfWeek> weekday) {
        this.month = month;
        this.firstDay = firstDay;
        this.days = weekday.isPresent() ? 7 : 1;
        this.weekday = weekday;
    }

    /** Returns the RRULE, empty for the few that would need another one in leap years. */
    static Optional<String> rule(ZoneOffsetTransitionRule rule) {
        int shift = shiftedDays(rule);
        Optional<DayOfWeek> weekday = Optional.ofNullable(rule.getDayOfWeek()).map(day -> day.plus(shift));
        boolean fromTheEnd = rule.getDayOfMonthIndicator() < 0;
        if (fromTheEnd && rule.getMonth() == Month.FEBRUARY) {
            return Optional.empty();
        }
        int day = fromTheEnd
                ? rule.getMonth().maxLength() + 1 + rule.getDayOfMonthIndicator() - (weekday.isPresent() ? 6 : 0)
                : rule.getDayOfMonthIndicator();
        return new YearlyChange(rule.getMonth(), day + shift, weekday).parts().map(parts -> "FREQ=YEARLY;" + parts);
    }

    /** Returns by how many days the change is later on the clocks of the place, before they change. */
    private static int shiftedDays(ZoneOffsetTransitionRule rule) {
        int before = rule.getOffsetBefore().getTotalSeconds();
        int toWall = switch (rule.getTimeDefinition()) {
            case UTC -> before;
            case STANDARD -> before - rule.getStandardOffset().getTotalSeconds();
            case WALL -> 0;
        };
        int shift = Math.floorDiv(rule.getLocalTime().toSecondOfDay() + toWall, 86_400);
        return rule.isMidnightEndOfDay() ? shift + 1 : shift;
    }

    private Optional<String> parts() {
        int length = month.minLength();
        if (firstDay >= 1 && firstDay + days - 1 <= length) {
            return Optional.of("BYMONTH=" + month.getValue() + ";" + daysOfMonth());
        }
        return month == Month.FEBRUARY ? Optional.empty() : daysOfYear();
    }

    private String daysOfMonth() {
        if (weekday.isEmpty()) {
            return "BYMONTHDAY=" + firstDay;
        }
        if (month != Month.FEBRUARY && firstDay + days - 1 == month.maxLength()) {
            return "BYDAY=-1" + twoLetters();
        }
        return firstDay % 7 == 1
                ? "BYDAY=" + (firstDay / 7 + 1) + twoLetters()
                : "BYMONTHDAY=" + list(firstDay) + ";BYDAY=" + twoLetters();
    }

    /** Where the window reaches into another month: counted from the end of the year, which leap days do not move. */
    private Optional<String> daysOfYear() {
        LocalDate first = LocalDate.of(COMMON_YEAR, month, 1).plusDays(firstDay - 1L);
        LocalDate last = first.plusDays(days - 1L);
        if (first.getMonthValue() <= Month.FEBRUARY.getValue() || last.getYear() != COMMON_YEAR) {
            return Optional.empty();
        }
        String listed = "BYYEARDAY=" + list(first.getDayOfYear() - 366);
        return Optional.of(weekday.isPresent() ? listed + ";BYDAY=" + twoLetters() : listed);
    }

    private String list(int first) {
        return IntStream.range(first, first + days).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private String twoLetters() {
        return weekday.orElseThrow().name().substring(0, 2);
    }
}
