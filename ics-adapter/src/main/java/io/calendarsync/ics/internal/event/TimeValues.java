package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.RecurrenceId;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the values of DTSTART and its like, in the three forms of RFC 5545 section 3.3.5 and as DATE. */
final class TimeValues {

    private final ZoneBook zones;

    TimeValues(ZoneBook zones) {
        this.zones = zones;
    }

    ZoneBook zones() {
        return zones;
    }

    /** Returns the value of a line, empty if it cannot be read. */
    Optional<RecurrenceId> of(ContentLine line, Findings findings) {
        String value = line.token();
        int colon = value.lastIndexOf(':');
        boolean zoneSplit = colon >= 0 && DateTimes.parse(value).isEmpty();
        String tzid = line.parameter("TZID");
        return zoneSplit
                ? of(line, value.substring(colon + 1), tzid + ":" + value.substring(0, colon), findings)
                : of(line, value, tzid, findings);
    }

    /** Returns one value of a line that may hold several. */
    Optional<RecurrenceId> of(ContentLine line, String value, Findings findings) {
        return of(line, value, line.parameter("TZID"), findings);
    }

    private Optional<RecurrenceId> of(ContentLine line, String value, String tzid, Findings findings) {
        Optional<DateTimes> read = DateTimes.parse(value.strip());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        DateTimes at = read.get();
        // A time of day under VALUE=DATE is meant, unless it is the midnight that some dates are written with.
        boolean midnight = at.time().filter(LocalTime.MIDNIGHT::equals).isPresent();
        if (at.time().isEmpty() || (midnight && line.hasParameter("VALUE", "DATE"))) {
            return Optional.of(new RecurrenceId.OnDate(at.date()));
        }
        if (at.utc()) {
            return Optional.of(new RecurrenceId.Zoned(at.local(), ZoneOffset.UTC));
        }
        if (tzid.isEmpty()) {
            return Optional.of(new RecurrenceId.Floating(at.local()));
        }
        ZoneId zone = zones.resolve(unquoted(tzid), findings);
        return Optional.of(new RecurrenceId.Zoned(at.local(), zone));
    }

    private static String unquoted(String tzid) {
        return tzid.replace("\"", "").strip();
    }
}
