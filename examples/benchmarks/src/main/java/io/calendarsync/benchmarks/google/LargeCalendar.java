package io.calendarsync.benchmarks.google;

import io.calendarsync.sandbox.SandboxCalendar;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A calendar as a busy organisation keeps it, about 1.2 kB an event as Google tells it: one in five is a series, some of
 * those with a moved instance; one in ten lasts whole days; most have guests and a description; eight zones, text in
 * several alphabets. The same call makes the same events.
 */
final class LargeCalendar {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Europe/London",
            "Asia/Kolkata",
            "America/Los_Angeles",
            "Asia/Tokyo",
            "America/Chicago",
            "America/Sao_Paulo");
    private static final List<String> RULES = List.of(
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=DAILY;COUNT=20",
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=20291231T235959Z",
            "FREQ=YEARLY");
    private static final List<String> TITLES = List.of(
            "Besprechung Säntis, Stand der Dinge",
            "Réunion de suivi – été",
            "週次ミーティング",
            "Планёрка отдела",
            "Quarterly review");
    private static final String TEXT = "Agenda: open points of last time, figures of the quarter, and what is next."
            + "\\nBring your notes; those who cannot come send a line before noon, please.";
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2026, 1, 6, 8, 0);

    private LargeCalendar() {}

    /** Fills an empty calendar. */
    static void fill(SandboxCalendar calendar, int events) {
        String series = "";
        LocalDateTime seriesStart = FIRST_DAY;
        for (int i = 0; i < events; i++) {
            if (i % 20 == 1) {
                String instance = calendar.instance(
                        series, seriesStart.toInstant(ZoneOffset.UTC).toString());
                calendar.edit(instance, "{\"location\":\"Moved to room " + i % 40 + "\"}");
                continue;
            }
            String id = calendar.add(event(i, i % 20 == 0 ? "UTC" : ZONES.get(i % ZONES.size())));
            if (i % 20 == 0) {
                series = id;
                seriesStart = start(i);
            }
        }
    }

    private static LocalDateTime start(int number) {
        return FIRST_DAY.plusDays(number * 7L % 700).plusMinutes(15L * (number % 40));
    }

    private static String event(int number, String zone) {
        StringBuilder json = new StringBuilder("{\"summary\":\"")
                .append(TITLES.get(number % TITLES.size()))
                .append(" #")
                .append(number)
                .append('"');
        if (number % 4 != 3) {
            json.append(",\"description\":\"").append(TEXT).append('"');
        }
        json.append(",\"location\":\"Room ").append(number % 40).append('"');
        LocalDateTime start = start(number);
        if (number % 10 == 7) {
            json.append(",\"start\":{\"date\":\"").append(start.toLocalDate());
            json.append("\"},\"end\":{\"date\":\"")
                    .append(start.toLocalDate().plusDays(1))
                    .append("\"}");
        } else {
            time("start", start, zone, json);
            time("end", start.plusMinutes(45), zone, json);
        }
        if (number % 5 == 0) {
            json.append(",\"recurrence\":[\"RRULE:")
                    .append(RULES.get(number / 5 % RULES.size()))
                    .append("\"]");
        }
        json.append(",\"attendees\":[");
        for (int guest = 0; guest < number % 4; guest++) {
            json.append(guest == 0 ? "" : ",")
                    .append("{\"email\":\"guest")
                    .append((number + guest) % 997)
                    .append("@people.example\",\"displayName\":\"Guest No ")
                    .append(guest)
                    .append("\",\"responseStatus\":\"accepted\"}");
        }
        return json.append(
                        "],\"reminders\":{\"useDefault\":false,\"overrides\":[{\"method\":\"popup\",\"minutes\":10}]},")
                .append("\"extendedProperties\":{\"private\":{\"origin\":\"crm-")
                .append(number)
                .append("\"}}}")
                .toString();
    }

    private static void time(String name, LocalDateTime local, String zone, StringBuilder json) {
        json.append(",\"").append(name).append("\":{\"dateTime\":\"").append(local);
        json.append(":00\",\"timeZone\":\"").append(zone).append("\"}");
    }
}
