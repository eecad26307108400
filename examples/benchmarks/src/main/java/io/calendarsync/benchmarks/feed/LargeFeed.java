package io.calendarsync.benchmarks.feed;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A feed as a busy organisation publishes it, about 1.16 kB an event: one in five is a series, some of those with
 * exceptions and overrides; eight zones, described; text in several alphabets; lines folded. The same call gives the same
 * bytes.
 */
public final class LargeFeed {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("Asia/Tokyo"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("America/Sao_Paulo"));
    private static final List<String> RULES = List.of(
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=DAILY;COUNT=20",
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231T235959Z",
            "FREQ=YEARLY");
    private static final List<String> TITLES = List.of(
            "Besprechung Säntis\\, Stand der Dinge",
            "Réunion de suivi – été",
            "週次ミーティング",
            "Планёрка отдела",
            "Quarterly review");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2026, 1, 1, 8, 0);

    /** Of this many events one differs from version to version. */
    private static final int CHANGING = 100;

    private LargeFeed() {}

    /**
     * Writes a feed.
     *
     * @param events how many VEVENT components
     * @param version one of a hundred events has a title of this version
     */
    public static byte[] write(int events, int version) {
        Lines lines = new Lines();
        lines.add("BEGIN:VCALENDAR")
                .add("VERSION:2.0")
                .add("PRODID:-//CalendarSync//Benchmark//EN")
                .add("X-WR-CALNAME:Büro");
        ZONES.forEach(zone -> TimeZoneLines.write(zone, lines));
        for (int i = 0; i < events; i++) {
            event(i, version, lines);
        }
        return lines.add("END:VCALENDAR").bytes();
    }

    /** Of twenty events four are series, and one is an override of the one before it. */
    private static void event(int number, int version, Lines lines) {
        boolean override = number % 20 == 1;
        boolean series = number % 5 == 0;
        int named = override ? number - 1 : number;
        ZoneId zone = ZONES.get(named % ZONES.size());
        LocalDateTime start = FIRST_DAY.plusDays(named * 7L % 730).plusMinutes(15L * (named % 40));
        lines.add("BEGIN:VEVENT").add("UID:event-" + named + "-6f1c2a@calendars.example");
        lines.add("DTSTAMP:20260101T000000Z").add("CREATED:20251201T101500Z").add("LAST-MODIFIED:20251215T101500Z");
        time("DTSTART", zone, override ? start.plusHours(1) : start, lines);
        time("DTEND", zone, start.plusMinutes(override ? 120 : 45), lines);
        if (override) {
            time("RECURRENCE-ID", zone, start, lines);
        }
        if (series) {
            lines.add("RRULE:" + RULES.get(number / 5 % RULES.size()));
            if (number % 10 == 0) {
                time("EXDATE", zone, start.plusDays(14), lines);
            }
        }
        describe(number, number % CHANGING == 3 ? " v" + version : "", lines);
        lines.add("SEQUENCE:1").add("STATUS:CONFIRMED").add("TRANSP:" + (number % 7 == 0 ? "TRANSPARENT" : "OPAQUE"));
        lines.add("BEGIN:VALARM")
                .add("ACTION:DISPLAY")
                .add("DESCRIPTION:Reminder")
                .add("TRIGGER:-PT15M")
                .add("END:VALARM");
        lines.add("END:VEVENT");
    }

    private static void time(String name, ZoneId zone, LocalDateTime time, Lines lines) {
        lines.add(name + ";TZID=" + zone.getId() + ":" + time.format(LOCAL));
    }

    private static void describe(int number, String mark, Lines lines) {
        lines.add("SUMMARY:" + TITLES.get(number % TITLES.size()) + " " + number + mark);
        lines.add("DESCRIPTION:"
                + "Was zu tun ist\\, in aller Kürze: prüfen\\; melden – und à bientôt\\n".repeat(3 + number % 5));
        lines.add("LOCATION:Bahnhofstraße " + number % 200 + "\\, 8001 Zürich");
        lines.add("ORGANIZER;CN=\"Müller, Anna\":mailto:anna.mueller@calendars.example");
        lines.add("ATTENDEE;CN=\"Meier, Jörg\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:joerg.meier@"
                + "calendars.example");
        lines.add("ATTENDEE;CN=\"Weiß, Zoë\";ROLE=OPT-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:zoe@calendars.example");
        lines.add("CATEGORIES:Arbeit,Zürich");
        lines.add("URL:https://calendars.example/events/" + number);
    }
}
