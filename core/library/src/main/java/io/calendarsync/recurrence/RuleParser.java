package io.calendarsync.recurrence;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of an RRULE or EXRULE line as programs write them: with spaces, in lower case, with the name of the
 * property before it. Parts RFC 5545 section 3.3.10 does not allow are ignored, each with a complaint; a rule without a
 * usable frequency or with an end that cannot be read is refused. Confined to one rule.
 */
final class RuleParser {

    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

    /** No rule of people is longer; reading one must not cost more than its event. */
    private static final int LONGEST = 20_000;

    private final boolean allDay;
    private final List<Degradation> complaints = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    private RuleParser(boolean allDay) {
        this.allDay = allDay;
    }

    /**
     * Reads a rule.
     *
     * @param allDay whether the series starts with a date, so that times of day mean nothing
     */
    static RuleReading parse(String text, boolean allDay) {
        RuleParser parser = new RuleParser(allDay);
        Optional<Rule> rule = parser.rule(text);
        return new RuleReading(rule, parser.complaints);
    }

    private Optional<Rule> rule(String text) {
        if (text.length() > LONGEST) {
            return refuse(Reason.COSTLY_RULE, "the rule is too long");
        }
        split(text);
        Frequency frequency = frequency(take("FREQ"));
        if (frequency == null) {
            return refuse(Reason.UNREADABLE_RULE, "no usable FREQ");
        }
        if (allDay && Frequency.DAILY.isLongerThan(frequency)) {
            return refuse(Reason.UNREADABLE_RULE, "FREQ=" + frequency + " of a whole day");
        }
        String scale = take("RSCALE");
        if (scale != null && !scale.equals("GREGORIAN")) {
            return refuse(Reason.UNREADABLE_RULE, "RSCALE is another calendar's");
        }
        String end = take("UNTIL");
        Until until = end == null ? null : Until.parse(end);
        if (end != null && until == null) {
            return refuse(Reason.UNREADABLE_RULE, "UNTIL cannot be read");
        }
        int interval = interval(take("INTERVAL"));
        int count = count(take("COUNT"));
        if (count > 0 && until != null) {
            complain("both COUNT and UNTIL, whichever ends first holds");
        }
        DayOfWeek weekStart = weekStart(take("WKST"));
        String skip = skip(take("SKIP"), frequency);
        Map<ByPart, List<Integer>> by = numbers(frequency);
        List<Rule.WeekdayNumber> byDay = weekdays(take("BYDAY"), frequency, by.containsKey(ByPart.BYWEEKNO), weekStart);
        if (by.containsKey(ByPart.BYSETPOS) && by.size() == 1 && byDay.isEmpty()) {
            complain("BYSETPOS without another BY part");
            by.remove(ByPart.BYSETPOS);
        }
        parts.keySet().stream().filter(name -> !name.startsWith("X-")).forEach(name -> complain("an unknown part"));
        return Optional.of(new Rule(frequency, interval, count, until, weekStart, by, byDay, skip));
    }

    private void split(String text) {
        String plain = text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        String value = plain.startsWith("RRULE:") || plain.startsWith("EXRULE:")
                ? plain.substring(plain.indexOf(':') + 1)
                : plain;
        for (String part : value.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && equals < part.length() - 1) {
                if (parts.putIfAbsent(part.substring(0, equals), part.substring(equals + 1)) != null) {
                    complain(part.substring(0, equals) + " twice");
                }
            } else if (!part.isEmpty()) {
                complain("a part without name or value");
            }
        }
    }

    private @Nullable String take(String name) {
        return parts.remove(name);
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

    private String skip(@Nullable String value, Frequency frequency) {
        if (value == null || value.equals("OMIT") || !frequency.isLongerThan(Frequency.WEEKLY)) {
            return "";
        }
        if (!value.equals("FORWARD") && !value.equals("BACKWARD")) {
            complain("SKIP is none of RFC 7529");
            return "";
        }
        return value;
    }

    private Map<ByPart, List<Integer>> numbers(Frequency frequency) {
        Map<ByPart, List<Integer>> by = new EnumMap<>(ByPart.class);
        for (ByPart part : ByPart.values()) {
            String value = take(part.name());
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

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
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

    private Optional<Rule> refuse(Reason reason, String why) {
        complaints.add(new Degradation(reason, "rule left out: " + why));
        return Optional.empty();
    }
}
