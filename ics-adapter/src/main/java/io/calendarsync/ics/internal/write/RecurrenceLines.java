package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes how a series repeats: RRULE, EXRULE, RDATE and EXDATE.
 *
 * <p>The lines of dates are written as received where they are well formed, hold as many values as were read, and name
 * no zone but one of the event's, which the file defines; else they are written anew from what was read.
 */
final class RecurrenceLines {

    private static final String TIME = "\\d{8}T\\d{6}Z?";

    /** All values of a line are of the one type it names; no zone goes with UTC. */
    private static final Pattern LINE = Pattern.compile("(?:RDATE|EXDATE)(?:;VALUE=(DATE|DATE-TIME|PERIOD))?"
            + "(?:;TZID=([A-Za-z0-9_+/-]+))?(?:;VALUE=(DATE|DATE-TIME|PERIOD))?:([0-9TZPWDHMS/+,-]+)");

    private final Set<ZoneId> zones;

    /**
     * Creates one.
     *
     * @param zones those of the event
     */
    RecurrenceLines(Set<ZoneId> zones) {
        this.zones = zones;
    }

    List<String> of(Recurrence recurrence) {
        List<String> lines = new ArrayList<>();
        rules("RRULE", recurrence.rules(), lines);
        rules("EXRULE", recurrence.exceptionRules(), lines);
        List<String> dates = received("RDATE", recurrence);
        lines.addAll(areSafe(dates, recurrence.dates().size()) ? dates : dates(recurrence.dates()));
        List<String> exceptions = received("EXDATE", recurrence);
        boolean safe = areSafe(exceptions, recurrence.exceptionDates().size());
        lines.addAll(safe ? exceptions : exceptions(recurrence.exceptionDates()));
        return lines;
    }

    private static void rules(String name, List<String> rules, List<String> lines) {
        for (String rule : rules) {
            RuleValue.of(rule).ifPresent(value -> lines.add(Line.of(name).value(value)));
        }
    }

    private static List<String> dates(List<RecurrenceDate> dates) {
        return dates.stream()
                .filter(date -> TimeValue.isWritable(date.start()))
                .map(RecurrenceLines::line)
                .toList();
    }

    private static List<String> exceptions(List<RecurrenceId> dates) {
        return dates.stream()
                .filter(TimeValue::isWritable)
                .map(date -> TimeValue.line("EXDATE", date))
                .toList();
    }

    /** A whole day has no length of its own in RFC 5545: a PERIOD begins with a time. */
    private static String line(RecurrenceDate date) {
        RecurrenceId start = date.start();
        if (date.length().isEmpty() || start instanceof RecurrenceId.OnDate) {
            return TimeValue.line("RDATE", start);
        }
        String period =
                TimeValue.of(start) + "/" + DurationValue.elapsed(date.length().get());
        return TimeValue.typed(Line.of("RDATE").parameter("VALUE", "PERIOD"), start)
                .value(period);
    }

    private static List<String> received(String name, Recurrence recurrence) {
        return recurrence.lines().stream()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .toList();
    }

    private boolean areSafe(List<String> lines, int values) {
        int found = 0;
        for (String line : lines) {
            int some = values(line);
            if (some == 0) {
                return false;
            }
            found += some;
        }
        return found == values;
    }

    /** Returns how many values a line holds, 0 if it must not be written as it is. */
    private int values(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || (matcher.group(1) != null && matcher.group(3) != null)) {
            return 0;
        }
        String type = Stream.of(matcher.group(1), matcher.group(3))
                .filter(named -> named != null)
                .findFirst()
                .orElse("DATE-TIME");
        String tzid = matcher.group(2);
        boolean defined =
                tzid == null || zones.stream().anyMatch(zone -> zone.getId().equals(tzid));
        String[] values = matcher.group(4).split(",", -1);
        for (String value : values) {
            if (!isOf(type, value) || (tzid != null && (value.contains("Z") || type.equals("DATE")))) {
                return 0;
            }
        }
        return defined ? values.length : 0;
    }

    private static boolean isOf(String type, String value) {
        return switch (type) {
            case "DATE" -> value.matches("\\d{8}");
            case "PERIOD" -> value.matches(TIME + "/(?:" + TIME + "|P(?:\\d{1,5}W|\\d{1,5}D|T\\d{1,7}[HMS]))");
            default -> value.matches(TIME);
        };
    }
}
