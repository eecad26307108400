package io.calendarsync.recurrence;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of an RRULE or EXRULE line. Parts RFC 5545 section 3.3.10 does not allow are ignored, each with a complaint; a rule without a
 * usable frequency or with an end that cannot be read is refused. Confined to one rule.
 */
final class RuleParser {

    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

    /** No rule of people is longer; reading one must not cost more than its event. */
    private static final int LONGEST = 20_000;

    private final boolean allDay;
    private final List<Degradation> complaints = new ArrayList<>();
    private final RuleText text;

    private RuleParser(String text, boolean allDay) {
        this.text = new RuleText(text);
        this.allDay = allDay;
    }

    /**
     * Reads a rule.
     *
     * @param allDay whether the series starts with a date, so that times of day mean nothing
     */
    static RuleReading parse(String text, boolean allDay) {
        if (text.length() > LONGEST) {
            Degradation tooLong = new Degradation(Reason.COSTLY_RULE, "rule left out: too long");
            return new RuleReading(Optional.empty(), List.of(tooLong));
        }
        RuleParser parser = new RuleParser(text, allDay);
        return new RuleReading(parser.rule(), parser.complaints);
    }

    private Optional<Rule> rule() {
        Frequency frequency = frequency(text.take("FREQ"));
        if (frequency == null) {
            return refuse("no usable FREQ");
        }
        if (allDay && Frequency.DAILY.isLongerThan(frequency)) {
            return refuse("FREQ=" + frequency + " of a whole day");
        }
        String scale = text.take("RSCALE");
        if (scale != null && !scale.equals("GREGORIAN")) {
            return refuse("RSCALE is another calendar's");
        }
        String end = text.take("UNTIL");
        Until until = end == null ? null : Until.parse(end);
        if (end != null && until == null) {
            return refuse("UNTIL cannot be read");
        }
        int interval = interval(text.take("INTERVAL"));
        int count = count(text.take("COUNT"));
        if (count > 0 && until != null) {
            complain("both COUNT and UNTIL, whichever ends first holds");
        }
        DayOfWeek weekStart = weekStart(text.take("WKST"));
        Map<ByPart, List<Integer>> by = numbers(frequency);
        List<Rule.WeekdayNumber> byDay =
                weekdays(text.take("BYDAY"), frequency, by.containsKey(ByPart.BYWEEKNO), weekStart);
        if (by.containsKey(ByPart.BYSETPOS) && by.size() == 1 && byDay.isEmpty()) {
            complain("BYSETPOS without another BY part");
            by.remove(ByPart.BYSETPOS);
        }
        boolean namesOtherDays =
                !byDay.isEmpty() || by.containsKey(ByPart.BYYEARDAY) || by.containsKey(ByPart.BYWEEKNO);
        String skip = skip(text.take("SKIP"), frequency, namesOtherDays);
        complainOfTheRest();
        return Optional.of(new Rule(frequency, interval, count, until, weekStart, by, byDay, skip));
    }

    private void complainOfTheRest() {
        if (text.isRepetitive()) {
            complain("a part twice");
        }
        if (!text.rest().stream().allMatch(name -> name.startsWith("X-"))) {
            complain("an unknown part");
        }
    }

    private static @Nullable Frequency frequency(@Nullable String value) {
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.name().equals(value))
                .findFirst()
                .orElse(null);
    }

    private int interval(@Nullable String value) {
        if (value == null) {
            return 1;
        }
        Integer number = number(value);
        if (number == null || number < 1) {
            complain("INTERVAL is not 1 or more");
            return 1;
        }
        return number;
    }

    /** A COUNT of none can only mean the start of the series, which always is an instance. */
    private int count(@Nullable String value) {
        if (value == null) {
            return 0;
        }
        Integer number = number(value);
        if (number == null || number < 1) {
            complain("COUNT is not 1 or more");
            return 1;
        }
        return number;
    }

    private DayOfWeek weekStart(@Nullable String value) {
        if (value == null) {
            return DayOfWeek.MONDAY;
        }
        Matcher matcher = WEEKDAY.matcher(value);
        if (!matcher.matches() || matcher.group(1) != null) {
            complain("WKST is not a day of the week");
            return DayOfWeek.MONDAY;
        }
        return day(value);
    }

    /** SKIP moves days of the month that do not exist; with other ways to name days it has nothing to move. */
    private String skip(@Nullable String value, Frequency frequency, boolean namesOtherDays) {
        if (value == null || value.equals("OMIT") || !frequency.isLongerThan(Frequency.WEEKLY)) {
            return "";
        }
        if (namesOtherDays || !(value.equals("FORWARD") || value.equals("BACKWARD"))) {
            complain("SKIP has no meaning");
            return "";
        }
        return value;
    }

    private Map<ByPart, List<Integer>> numbers(Frequency frequency) {
        Map<ByPart, List<Integer>> by = new EnumMap<>(ByPart.class);
        for (ByPart part : ByPart.values()) {
            String value = text.take(part.name());
            if (value == null || (allDay && part.isTimeOfDay())) {
                continue;
            }
            if (!part.fits(frequency)) {
                complain(part + " does not fit FREQ=" + frequency);
                continue;
            }
            List<Integer> numbers = numbers(part, value);
            if (!numbers.isEmpty()) {
                by.put(part, numbers);
            }
        }
        return by;
    }

    private List<Integer> numbers(ByPart part, String value) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String item : value.split(",", -1)) {
            Integer number = number(item);
            if (number == null || !part.allows(number)) {
                complain(part + " has a value it must not have");
            } else {
                // Without leap seconds the 60th is read as the last (RFC 5545 section 3.3.12).
                numbers.add(part == ByPart.BYSECOND ? Math.min(59, number) : number);
            }
        }
        return List.copyOf(numbers);
    }

    private List<Rule.WeekdayNumber> weekdays(
            @Nullable String value, Frequency frequency, boolean inWeeksOfTheYear, DayOfWeek weekStart) {
        if (value == null) {
            return List.of();
        }
        boolean counted = frequency.isLongerThan(Frequency.WEEKLY) && !inWeeksOfTheYear;
        List<Rule.WeekdayNumber> days = new ArrayList<>();
        for (String item : value.split(",", -1)) {
            Matcher matcher = WEEKDAY.matcher(item);
            if (!matcher.matches()) {
                complain("BYDAY has a value it must not have");
                continue;
            }
            int ordinal = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
            if (Math.abs(ordinal) > 53 || (ordinal == 0 && matcher.group(1) != null)) {
                complain("BYDAY has a value it must not have");
                continue;
            }
            if (ordinal != 0 && !counted) {
                complain("BYDAY counts days where it cannot");
            }
            days.add(new Rule.WeekdayNumber(counted ? ordinal : 0, day(matcher.group(2))));
        }
        return days.stream()
                .distinct()
                .sorted(Comparator.<Rule.WeekdayNumber>comparingInt(
                                day -> Math.floorMod(day.day().getValue() - weekStart.getValue(), 7))
                        .thenComparingInt(Rule.WeekdayNumber::ordinal))
                .toList();
    }

    private static DayOfWeek day(String twoLetters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(twoLetters))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Integer number(String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private void complain(String what) {
        Degradation complaint = new Degradation(Reason.UNREADABLE_RULE, "rule: " + what);
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    private Optional<Rule> refuse(String why) {
        complaints.add(new Degradation(Reason.UNREADABLE_RULE, "rule left out: " + why));
        return Optional.empty();
    }
}
