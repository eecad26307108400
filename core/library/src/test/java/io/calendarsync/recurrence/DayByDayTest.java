package io.calendarsync.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.Interval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of dates against a search that looks at every day and knows no shortcut. */
class DayByDayTest {

    private static final int YEARS = 12;

    @Test
    void rulesOfDates_areWhatLookingAtEveryDayFinds() {
        for (long seed = 0; seed < 300; seed++) {
            RandomRule rule = new RandomRule(seed);
            Series series = SeriesOf.starting(new AllDay(rule.start, rule.start.plusDays(1)))
                    .rule(rule.text())
                    .build();
            LocalDate until = rule.start.plusYears(YEARS);
            Interval window = new Interval(
                    rule.start.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    until.atStartOfDay(ZoneOffset.UTC).toInstant());

            assertThat(series.degradations()).as(rule.text()).isEmpty();
            assertThat(series.between(window, ZoneOffset.UTC).items().stream()
                            .map(found -> found.time().localStart().toLocalDate()))
                    .as("seed %d: %s from %s", seed, rule.text(), rule.start)
                    .containsExactlyElementsOf(rule.search(until));
        }
    }

    /** A legal rule made from a seed. */
    private static final class RandomRule {

        private final SplittableRandom random;
        private final LocalDate start;
        private final String frequency;
        private final int interval;
        private final DayOfWeek weekStart;
        private final WeekFields weeks;
        private final List<Integer> months;
        private final List<Integer> weekNumbers;
        private final List<Integer> yearDays;
        private final List<Integer> monthDays;
        private final List<Weekday> weekdays;
        private final List<Integer> positions;

        RandomRule(long seed) {
            random = new SplittableRandom(seed);
            start = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(2_000));
            frequency =
                    List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "YEARLY").get(random.nextInt(5));
            interval = 1 + random.nextInt(3);
            weekStart = DayOfWeek.of(1 + random.nextInt(7));
            weeks = WeekFields.of(weekStart, 4);
            months = numbers(3, 12, false);
            weekNumbers = isYearly() ? numbers(6, 53, true) : List.of();
            yearDays = isYearly() ? numbers(6, 366, true) : List.of();
            monthDays = frequency.equals("WEEKLY") ? List.of() : numbers(3, 31, true);
            weekdays = weekdays();
            boolean counts = !frequency.equals("DAILY") && (!weekdays.isEmpty() || !monthDays.isEmpty());
            positions = counts ? numbers(4, 5, true) : List.of();
        }

        private boolean isYearly() {
            return frequency.equals("YEARLY");
        }

        private List<Integer> numbers(int oneIn, int most, boolean negative) {
            TreeSet<Integer> numbers = new TreeSet<>();
            if (random.nextInt(oneIn) == 0) {
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    int number = 1 + random.nextInt(most);
                    numbers.add(negative && random.nextInt(3) == 0 ? -number : number);
                }
            }
            return List.copyOf(numbers);
        }

        private List<Weekday> weekdays() {
            List<Weekday> days = new ArrayList<>();
            boolean counted = (isYearly() && weekNumbers.isEmpty()) || frequency.equals("MONTHLY");
            int most = isYearly() && months.isEmpty() ? 53 : 5;
            for (int i = random.nextInt(4); i > 0; i--) {
                int ordinal = counted && random.nextBoolean() ? 1 + random.nextInt(most) : 0;
                days.add(new Weekday(random.nextBoolean() ? ordinal : -ordinal, DayOfWeek.of(1 + random.nextInt(7))));
            }
            return days;
        }

        String text() {
            return Stream.of(
                            "FREQ=" + frequency,
                            "INTERVAL=" + interval,
                            "WKST=" + weekStart.name().substring(0, 2),
                            part("BYMONTH", months),
                            part("BYWEEKNO", weekNumbers),
                            part("BYYEARDAY", yearDays),
                            part("BYMONTHDAY", monthDays),
                            part("BYDAY", weekdays),
                            part("BYSETPOS", positions))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(";"));
        }

        private static String part(String name, List<?> values) {
            return values.isEmpty()
                    ? ""
                    : name + "=" + values.stream().map(Object::toString).collect(Collectors.joining(","));
        }

        List<LocalDate> search(LocalDate until) {
            Map<Long, List<LocalDate>> byPeriod = new TreeMap<>();
            for (LocalDate day = start.minusYears(1); day.isBefore(until.plusYears(1)); day = day.plusDays(1)) {
                long period = period(day) - period(start);
                if (period >= 0 && period % interval == 0 && isNamed(day)) {
                    byPeriod.computeIfAbsent(period, number -> new ArrayList<>())
                            .add(day);
                }
            }
            TreeSet<LocalDate> found = new TreeSet<>(List.of(start));
            byPeriod.values().forEach(days -> found.addAll(positioned(days)));
            return found.stream()
                    .filter(day -> !day.isBefore(start) && day.isBefore(until))
                    .toList();
        }

        private List<LocalDate> positioned(List<LocalDate> days) {
            return positions.isEmpty()
                    ? days
                    : positions.stream()
                            .map(position -> position > 0 ? position - 1 : days.size() + position)
                            .filter(index -> index >= 0 && index < days.size())
                            .map(days::get)
                            .toList();
        }

        private long period(LocalDate day) {
            return switch (frequency) {
                case "DAILY" -> day.toEpochDay();
                case "WEEKLY" -> Math.floorDiv(day.toEpochDay() + 4 - weekStart.getValue(), 7L);
                case "MONTHLY" -> day.getYear() * 12L + day.getMonthValue();
                default -> weekNumbers.isEmpty() ? day.getYear() : day.get(weeks.weekBasedYear());
            };
        }

        private boolean isNamed(LocalDate day) {
            boolean inMonth = months.isEmpty() || months.contains(day.getMonthValue());
            return inMonth
                    && counts(yearDays, day.getDayOfYear(), day.lengthOfYear())
                    && counts(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
                    && counts(weekNumbers, day.get(weeks.weekOfWeekBasedYear()), (int)
                            day.range(weeks.weekOfWeekBasedYear()).getMaximum())
                    && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.isOn(day, scope())))
                    && isAsTheStart(day);
        }

        private static boolean counts(List<Integer> numbers, int number, int length) {
            return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - length - 1);
        }

        private String scope() {
            return isYearly() && months.isEmpty() ? "YEAR" : "MONTH";
        }

        /** What the rule leaves open is as with the start. */
        private boolean isAsTheStart(LocalDate day) {
            boolean namesDays = !weekdays.isEmpty() || !monthDays.isEmpty() || !yearDays.isEmpty();
            if (!weekNumbers.isEmpty()) {
                return namesDays || day.getDayOfWeek() == start.getDayOfWeek();
            }
            boolean sameDay = namesDays || day.getDayOfMonth() == start.getDayOfMonth();
            return switch (frequency) {
                case "DAILY" -> true;
                case "WEEKLY" -> namesDays || day.getDayOfWeek() == start.getDayOfWeek();
                case "MONTHLY" -> sameDay;
                default ->
                    sameDay
                            && (!months.isEmpty()
                                    || !weekdays.isEmpty()
                                    || !yearDays.isEmpty()
                                    || day.getMonthValue() == start.getMonthValue());
            };
        }
    }

    private record Weekday(int ordinal, DayOfWeek day) {

        boolean isOn(LocalDate date, String scope) {
            int number = scope.equals("YEAR") ? date.getDayOfYear() : date.getDayOfMonth();
            int length = scope.equals("YEAR") ? date.lengthOfYear() : date.lengthOfMonth();
            int ofScope = ordinal > 0 ? (number - 1) / 7 + 1 : -((length - number) / 7 + 1);
            return date.getDayOfWeek() == day && (ordinal == 0 || ordinal == ofScope);
        }

        @Override
        public String toString() {
            return (ordinal == 0 ? "" : ordinal) + day.name().substring(0, 2);
        }
    }
}
