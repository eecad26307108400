package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.ics.internal.zone.ZoneSteps;

/** What the properties of one VCALENDAR say about everything in it. */
final class CalendarScope {

    private final ZoneBook zones;
    private boolean cancels;

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

    ZoneBook zones() {
        return zones;
    }

    /** Returns whether it takes back what it lists (METHOD:CANCEL, RFC 5546 section 3.2.5). */
    boolean cancels() {
        return cancels;
    }
}
