package io.calendarsync.ics.internal.write;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.validate.ValidationException;

/** Other libraries' opinions of what was written, each at its strictest. */
final class Others {

    private Others() {}

    /** Returns what is wrong with a file, nothing where ical4j reads and validates it. */
    static List<String> faultsByIcal4j(byte[] body) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text(body)));
            return calendar.validate().getEntries().stream()
                    .map(entry -> entry.getSeverity() + " " + entry.getContext() + ": " + entry.getMessage())
                    .toList();
        } catch (IOException | ParserException | ValidationException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    static int eventsByBiweekly(byte[] body) {
        ICalendar calendar = Biweekly.parse(text(body)).first();
        return calendar == null ? 0 : calendar.getEvents().size();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
