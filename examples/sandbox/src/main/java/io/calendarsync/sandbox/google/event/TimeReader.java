package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.sandbox.google.http.ApiException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads the times of an event, and refuses what Google refuses. */
final class TimeReader {

    private static final Pattern OFFSET = Pattern.compile("T.*[+-]\\d\\d:\\d\\d$");

    private final ZoneId calendarZone;

    TimeReader(ZoneId calendarZone) {
        this.calendarZone = calendarZone;
    }

    EventTimes read(JsonNode event) {
        JsonNode start = event.path("start");
        JsonNode end = event.path("end");
        if (!start.hasNonNull("date") && !start.hasNonNull("dateTime")) {
            throw ApiException.required("Missing start time.");
        }
        if (!end.hasNonNull("date") && !end.hasNonNull("dateTime")) {
            throw ApiException.required("Missing end time.");
        }
        if (start.hasNonNull("date") != end.hasNonNull("date")) {
            throw ApiException.invalid("Start and end times must either both be date or both be dateTime.");
        }
        boolean recurs = !event.path("recurrence").isEmpty();
        return start.hasNonNull("date") ? days(start, end) : times(start, end, recurs);
    }

    private EventTimes days(JsonNode start, JsonNode end) {
        LocalDate first = date(start, "start");
        LocalDate after = date(end, "end");
        if (!after.isAfter(first)) {
            throw ApiException.timeRangeEmpty();
        }
        LocalDateTime midnight = first.atStartOfDay();
        Duration length = Duration.between(midnight, after.atStartOfDay());
        return new EventTimes(
                true, midnight, calendarZone, midnight.atZone(calendarZone).toInstant(), length);
    }

    private EventTimes times(JsonNode start, JsonNode end, boolean recurs) {
        if (recurs && !start.hasNonNull("timeZone")) {
            throw ApiException.required("Missing time zone definition for start time.");
        }
        ZoneId zone = zone(start, "start");
        Instant from = instant(start, zone, "start");
        Instant to = instant(end, end.hasNonNull("timeZone") ? zone(end, "end") : zone, "end");
        if (to.isBefore(from)) {
            throw ApiException.timeRangeEmpty();
        }
        return new EventTimes(false, LocalDateTime.ofInstant(from, zone), zone, from, Duration.between(from, to));
    }

    private ZoneId zone(JsonNode time, String name) {
        if (!time.hasNonNull("timeZone")) {
            return calendarZone;
        }
        try {
            return ZoneId.of(time.path("timeZone").asText());
        } catch (DateTimeException unknown) {
            throw (ApiException) ApiException.invalid("Invalid time zone definition for " + name + " time.")
                    .initCause(unknown);
        }
    }

    private static LocalDate date(JsonNode time, String name) {
        try {
            return LocalDate.parse(time.path("date").asText());
        } catch (DateTimeException malformed) {
            throw (ApiException)
                    ApiException.invalid("Invalid value for: " + name + ".date").initCause(malformed);
        }
    }

    private static Instant instant(JsonNode time, ZoneId zone, String name) {
        String text = time.path("dateTime").asText();
        try {
            if (hasOffset(text)) {
                return OffsetDateTime.parse(text).toInstant();
            }
            if (!time.hasNonNull("timeZone")) {
                throw ApiException.required("Missing time zone definition for " + name + " time.");
            }
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException malformed) {
            throw (ApiException) ApiException.invalid("Invalid value for: " + name + ".dateTime")
                    .initCause(malformed);
        }
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || OFFSET.matcher(text).find();
    }

    /** Returns an instant at whose local time a clock in UTC would read the same. */
    static Instant asIfUtc(LocalDateTime local) {
        return local.toInstant(ZoneOffset.UTC);
    }
}
