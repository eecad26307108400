package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.ics.internal.zone.ZoneSteps;

/** What the properties of one VCALENDAR say about everything in it. */
final class CalendarScope {

    private final ZoneBook zones;
    private boolean cancels;
    private String digest = "";

    CalendarScope(Reading reading, ZoneSteps steps) {
        this.zones = new ZoneBook(reading, steps);
    }

    void note(ContentLine property) {
        if (property.is("METHOD")) {
            cancels = property.keyword().equals("CANCEL");
        } else if (property.is("X-WR-TIMEZONE")) {
            zones.calendarIn(property.token());
        }
    }

    /** Notes what stands for all it says, once it has been read. */
    void digest(String digest) {
        this.digest = digest;
    }

    /** Returns what stands for all it says about its events, and for how they are read. */
    String digest() {
        return digest;
    }

    ZoneBook zones() {
        return zones;
    }

    /** Returns whether it takes back what it lists (METHOD:CANCEL, RFC 5546 section 3.2.5). */
    boolean cancels() {
        return cancels;
    }
}
