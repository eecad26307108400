package io.calendarsync.ics.internal.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a VTIMEZONE by the words of RFC 5545 section 3.6.5: every day from an onset on is asked whether its rule names
 * it, and the offset at an instant is that of the last onset before. Slow, and nothing of it is shared with the writer.
 */
final class WrittenZone {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final TreeMap<Instant, ZoneOffset> onsets = new TreeMap<>();

    WrittenZone(String text, LocalDate until) {
        Map<String, String> observance = new HashMap<>();
        for (String line : text.replace("\r\n ", "").lines().toList()) {
            String name = line.substring(0, line.indexOf(':'));
            observance.put(name, line.substring(line.indexOf(':') + 1));
            if (name.equals("END") && !line.endsWith("VTIMEZONE")) {
                add(observance, until);
                observance.clear();
            }
        }
    }

    /** Returns the offset at an instant; fails where none is defined. */
    ZoneOffset offset(Instant at) {
        return onsets.floorEntry(at).getValue();
    }

    private void add(Map<String, String> observance, LocalDate until) {
        LocalDateTime start = LocalDateTime.parse(observance.get("DTSTART"), LOCAL);
        List<LocalDateTime> locals = new ArrayList<>(List.of(start));
        if (observance.containsKey("RDATE")) {
            Arrays.stream(observance.get("RDATE").split(","))
                    .map(text -> LocalDateTime.parse(text, LOCAL))
                    .forEach(locals::add);
        }
        if (observance.containsKey("RRULE")) {
            Map<String, List<String>> rule = rule(observance.get("RRULE"));
            for (LocalDate day = start.toLocalDate(); day.isBefore(until); day = day.plusDays(1)) {
                if (isNamed(day, rule)) {
                    locals.add(day.atTime(start.toLocalTime()));
                }
            }
        }
        ZoneOffset from = ZoneOffset.of(observance.get("TZOFFSETFROM"));
        ZoneOffset to = ZoneOffset.of(observance.get("TZOFFSETTO"));
        locals.forEach(local -> onsets.put(local.toInstant(from), to));
    }

    private static Map<String, List<String>> rule(String text) {
        Map<String, List<String>> rule = new HashMap<>();
        for (String part : text.split(";")) {
            rule.put(
                    part.substring(0, part.indexOf('=')),
                    List.of(part.substring(part.indexOf('=') + 1).split(",")));
        }
        if (!rule.remove("FREQ").equals(List.of("YEARLY"))) {
            throw new AssertionError("no yearly rule: " + text);
        }
        return rule;
    }

    private static boolean isNamed(LocalDate day, Map<String, List<String>> rule) {
        return rule.entrySet().stream()
                .allMatch(part -> part.getValue().stream().anyMatch(value -> names(part.getKey(), value, day)));
    }

    private static boolean names(String part, String value, LocalDate day) {
        return switch (part) {
            case "BYMONTH" -> Integer.parseInt(value) == day.getMonthValue();
            case "BYMONTHDAY" -> Integer.parseInt(value) == day.getDayOfMonth();
            case "BYYEARDAY" -> Integer.parseInt(value) == day.getDayOfYear() - day.lengthOfYear() - 1;
            case "BYDAY" -> namesWeekday(value, day);
            default -> throw new AssertionError("unexpected " + part);
        };
    }

    private static boolean namesWeekday(String value, LocalDate day) {
        String ordinal = value.substring(0, value.length() - 2);
        int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
        boolean counted =
                ordinal.isEmpty() || Integer.parseInt(ordinal) == fromStart || Integer.parseInt(ordinal) == fromEnd;
        return counted && day.getDayOfWeek().name().startsWith(value.substring(value.length() - 2));
    }
}
