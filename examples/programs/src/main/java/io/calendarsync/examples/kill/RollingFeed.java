package io.calendarsync.examples.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/**
 * A feed that goes through versions: each renames every event, drops a hundredth of them and adds as many.
 *
 * @param events how many events it has
 * @param version which version it is in
 */
record RollingFeed(int events, int version) {

    private static final int SLOTS_A_DAY = 24;
    private static final int DAYS = 360;

    RollingFeed next() {
        return new RollingFeed(events, version + 1);
    }

    private int first() {
        return version * Math.max(1, events / 100);
    }

    /** Returns the titles by their UIDs. */
    Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        for (int number = first(); number < first() + events; number++) {
            titles.put("event-" + number, "Event " + number + " in version " + version);
        }
        return titles;
    }

    /** Returns it as iCalendar. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(events * 200);
        text.append("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//CalendarSync//Kill test//EN\r\n");
        titles().forEach((uid, title) -> {
            int number = Integer.parseInt(uid.substring("event-".length()));
            int day = number / SLOTS_A_DAY % DAYS;
            text.append("BEGIN:VEVENT\r\nUID:")
                    .append(uid)
                    .append("\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:2027")
                    .append(twoDigits(day / 30 + 1))
                    .append(twoDigits(day % 28 + 1))
                    .append('T')
                    .append(twoDigits(number % SLOTS_A_DAY))
                    .append("0000Z\r\nDURATION:PT30M\r\nSUMMARY:")
                    .append(title)
                    .append("\r\nEND:VEVENT\r\n");
        });
        return text.append("END:VCALENDAR\r\n").toString().getBytes(UTF_8);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
