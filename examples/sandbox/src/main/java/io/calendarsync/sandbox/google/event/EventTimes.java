package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When an event is.
 *
 * @param allDay whether it lasts whole days
 * @param start its local start; midnight where it lasts whole days
 * @param zone the zone of its clock; where it lasts whole days, that of its calendar
 * @param startAt the instant of its start; in the hour a clock shows twice, the local time does not tell it
 * @param length how long it lasts: whole days of 24 hours, or the time that passes
 */
public record EventTimes(boolean allDay, LocalDateTime start, ZoneId zone, Instant startAt, Duration length) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    /** Reads what a stored event says of its times. */
    public static EventTimes of(JsonNode event, ZoneId calendarZone) {
        return new TimeReader(calendarZone).read(event);
    }

    /** Returns the same at another local start. */
    EventTimes at(LocalDateTime other) {
        return new EventTimes(allDay, other, zone, other.atZone(zone).toInstant(), length);
    }

    /** Returns from when to when it lasts. */
    public Span span() {
        return new Span(startAt.toEpochMilli(), endAt().toEpochMilli());
    }

    private Instant endAt() {
        return allDay ? start.plus(length).atZone(zone).toInstant() : startAt.plus(length);
    }

    /** Returns what stands behind the id of a series in the id of its instance. */
    public String stamp() {
        return allDay
                ? start.toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE)
                : STAMP.format(startAt.atOffset(ZoneOffset.UTC));
    }

    /** Writes start and end into an event; times are told in the zone of the calendar, or of who asks. */
    void writeTo(ObjectNode event, ZoneId shownIn) {
        event.set("start", startNode(shownIn));
        event.set("end", allDay ? date(start.plus(length)) : dateTime(endAt(), shownIn));
    }

    /** Returns the start as an event's member. */
    ObjectNode startNode(ZoneId shownIn) {
        return allDay ? date(start) : dateTime(startAt, shownIn);
    }

    private static ObjectNode date(LocalDateTime day) {
        return Json.object().put("date", day.toLocalDate().toString());
    }

    private ObjectNode dateTime(Instant at, ZoneId shownIn) {
        return Json.object().put("dateTime", text(at, shownIn)).put("timeZone", zone.getId());
    }

    /** Returns an instant as the API writes it. */
    public static String text(Instant at, ZoneId shownIn) {
        return WITH_OFFSET.format(ZonedDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), shownIn));
    }
}
