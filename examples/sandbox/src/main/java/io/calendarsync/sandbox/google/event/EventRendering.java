package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;

/** Makes of an event's tree what is stored: the newest version, its bytes and its index. */
final class EventRendering {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final World world;

    EventRendering(World world) {
        this.world = world;
    }

    /** Returns an instant with three digits of fraction, as {@code created} and {@code updated} are written. */
    static String stamp(Instant at) {
        return MILLIS.format(at);
    }

    /** Writes into a new event what the server knows of it. */
    void begin(StoredCalendar calendar, String creator, ObjectNode event) {
        String id = event.path("id").asText();
        event.put("kind", "calendar#event");
        event.put("created", stamp(world.now()));
        setIfAbsent(event, "status", "confirmed");
        setIfAbsent(event, "iCalUID", id + "@google.com");
        setIfAbsent(event, "eventType", "default");
        String link = id + " " + calendar.id();
        event.put(
                "htmlLink",
                "https://www.google.com/calendar/event?eid="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(link.getBytes(StandardCharsets.UTF_8)));
        event.set("creator", person(creator, calendar));
        if (!event.hasNonNull("organizer")) {
            event.set("organizer", organizer(calendar));
        }
        if (!event.hasNonNull("sequence")) {
            event.put("sequence", 0);
        }
    }

    static void setIfAbsent(ObjectNode event, String name, String value) {
        if (!event.hasNonNull(name)) {
            event.put(name, value);
        }
    }

    private static ObjectNode person(String email, StoredCalendar calendar) {
        ObjectNode person = Json.object().put("email", email);
        return email.equals(calendar.id()) ? person.put("self", true) : person;
    }

    static ObjectNode organizer(StoredCalendar calendar) {
        ObjectNode organizer = Json.object().put("email", calendar.id());
        if (!calendar.id().equals(calendar.owner())) {
            organizer.put("displayName", calendar.title());
        }
        return organizer.put("self", true);
    }

    /** Returns the event as the newest change. */
    StoredEvent finish(StoredCalendar calendar, ObjectNode event, Instant updated) {
        long version = world.nextVersion();
        String id = event.path("id").asText();
        event.put("etag", Etags.of(version));
        event.put("updated", stamp(updated));
        attendees(calendar, event);
        Defaults.leaveOut(event);
        return new StoredEvent(id, version, Json.bytes(event), index(calendar, event, updated));
    }

    private static void attendees(StoredCalendar calendar, ObjectNode event) {
        String organizer = event.path("organizer").path("email").asText();
        for (JsonNode each : event.path("attendees")) {
            ObjectNode attendee = (ObjectNode) each;
            setIfAbsent(attendee, "responseStatus", "needsAction");
            attendee.remove("self");
            attendee.remove("organizer");
            if (attendee.path("email").asText().equals(calendar.id())) {
                attendee.put("self", true);
            }
            if (attendee.path("email").asText().equals(organizer)) {
                attendee.put("organizer", true);
            }
        }
    }

    private static EventIndex index(StoredCalendar calendar, ObjectNode event, Instant updated) {
        boolean series = !event.path("recurrence").isEmpty();
        Span span = series
                ? Series.of(event, calendar.zone()).span()
                : EventTimes.of(event, calendar.zone()).span();
        return new EventIndex(
                event.path("iCalUID").asText(),
                event.path("status").asText().equals("cancelled"),
                false,
                event.path("recurringEventId").asText(),
                series,
                span,
                event.path("eventType").asText(),
                updated.toEpochMilli(),
                event.path("attendees").size());
    }
}
