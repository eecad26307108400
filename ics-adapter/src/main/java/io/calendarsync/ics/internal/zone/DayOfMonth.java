package io.calendarsync.ics.internal.zone;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One day of a month, as the rules of zones name it; absent in months without it. */
@FunctionalInterface
interface DayOfMonth {

    /** Returns the day in a month. */
    Optional<LocalDate> in(YearMonth month);

    /** What names a day: BYDAY and BYMONTHDAY of a rule, each empty where the rule has none. */
    record Names(String weekday, String numbers) {

        private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
        private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
        private static final Pattern NUMBERS = Pattern.compile("[+-]?\\d{1,2}(,[+-]?\\d{1,2}){0,6}");

        /**
         * Returns the day; empty if that is not one day a month.
         *
         * @param otherwise the number of the day that is meant where none is named
         */
        Optional<DayOfMonth> day(int otherwise) {
            if (!numbers.isEmpty() && !NUMBERS.matcher(numbers).matches()) {
                return Optional.empty();
            }
            List<Integer> listed = numbers.isEmpty()
                    ? List.of()
                    : Arrays.stream(numbers.split(",", -1))
                            .map(Integer::valueOf)
                            .toList();
            if (weekday.isEmpty()) {
                int number = listed.isEmpty() ? otherwise : listed.get(0);
                return listed.size() > 1 ? Optional.empty() : Optional.of(month -> numbered(month, number));
            }
            Matcher form = WEEKDAY.matcher(weekday);
            return form.matches() ? named(form, listed) : Optional.empty();
        }

        /** The nth of its kind, or the one within a week that is listed day by day. */
        private static Optional<DayOfMonth> named(Matcher form, List<Integer> listed) {
            DayOfWeek weekday = DayOfWeek.of(1 + WEEKDAYS.indexOf(form.group(2)));
            int nth = form.group(1) == null ? 0 : Integer.parseInt(form.group(1));
            if ((nth == 0) == listed.isEmpty()) {
                return Optional.empty();
            }
            if (nth == 0) {
                return Optional.of(month -> listed.stream()
                        .flatMap(number -> numbered(month, number).stream())
                        .filter(date -> date.getDayOfWeek() == weekday)
                        .findFirst());
            }
            return Optional.of(
                    month -> Optional.of(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)))
                            .filter(date -> YearMonth.from(date).equals(month)));
        }

        /** Negative numbers count from the end of the month. */
        private static Optional<LocalDate> numbered(YearMonth month, int number) {
            int day = number < 0 ? month.lengthOfMonth() + 1 + number : number;
            return day >= 1 && day <= month.lengthOfMonth() ? Optional.of(month.atDay(day)) : Optional.empty();
        }
    }
}
