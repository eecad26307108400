package io.calendarsync.benchmarks.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;

/** Writes VTIMEZONE components: the rules a zone has today, from 1970 on. */
final class TimeZoneLines {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private TimeZoneLines() {}

    static void write(ZoneId zone, Lines lines) {
        lines.add("BEGIN:VTIMEZONE").add("TZID:" + zone.getId()).add("X-LIC-LOCATION:" + zone.getId());
        List<ZoneOffsetTransitionRule> changes = zone.getRules().getTransitionRules();
        if (changes.isEmpty()) {
            ZoneOffset offset = zone.getRules().getOffset(Instant.parse("2026-01-01T00:00:00Z"));
            observance("STANDARD", offset, offset, LocalDateTime.of(1970, 1, 1, 0, 0), lines);
            lines.add("END:STANDARD");
        }
        for (ZoneOffsetTransitionRule change : changes) {
            boolean summer = change.getOffsetAfter().getTotalSeconds()
                    > change.getStandardOffset().getTotalSeconds();
            String name = summer ? "DAYLIGHT" : "STANDARD";
            LocalDateTime first = change.createTransition(1970).getDateTimeBefore();
            observance(name, change.getOffsetBefore(), change.getOffsetAfter(), first, lines);
            lines.add("RRULE:FREQ=YEARLY;BYMONTH=" + change.getMonth().getValue() + ";BYDAY=" + weekday(change));
            lines.add("END:" + name);
        }
        lines.add("END:VTIMEZONE");
    }

    private static void observance(String name, ZoneOffset before, ZoneOffset after, LocalDateTime first, Lines lines) {
        lines.add("BEGIN:" + name)
                .add("TZOFFSETFROM:" + offset(before))
                .add("TZOFFSETTO:" + offset(after))
                .add("TZNAME:" + offset(after))
                .add("DTSTART:" + first.format(LOCAL));
    }

    /** The rules of zones name the first Sunday on or after a day, or the last of a month. */
    private static String weekday(ZoneOffsetTransitionRule change) {
        int day = change.getDayOfMonthIndicator();
        String name = change.getDayOfWeek().name().substring(0, 2);
        return (day < 0 ? -1 : (day - 1) / 7 + 1) + name;
    }

    private static String offset(ZoneOffset offset) {
        String id = offset.getId();
        return id.equals("Z") ? "+0000" : id.replace(":", "");
    }
}
