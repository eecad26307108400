package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.google.internal.json.Rfc3339;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Revision;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.recurrence.Series;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes events of the model from Google's JSON, which goes along. Never fails: what defeats it becomes a degraded event.
 * Thread-safe.
 */
public final class EventReader {

    /** The library puts its own in its place. */
    private static final CalendarId CALENDAR = new CalendarId("google");

    /** What the mappers look at; the rest goes along as it was received. */
    private static final Set<String> MEMBERS = Set.of(
            "attachments",
            "attendees",
            "attendeesOmitted",
            "colorId",
            "conferenceData",
            "description",
            "end",
            "eventType",
            "extendedProperties",
            "hangoutLink",
            "iCalUID",
            "location",
            "organizer",
            "originalStartTime",
            "recurrence",
            "recurringEventId",
            "reminders",
            "sequence",
            "start",
            "status",
            "summary",
            "transparency",
            "updated",
            "visibility");

    private final TimeMapper times;
    private final RecurrenceMapper recurrences;

    /**
     * Creates a reader.
     *
     * @param zones finds zones by their names
     */
    public EventReader(ZoneNames zones) {
        this.times = new TimeMapper(zones);
        this.recurrences = new RecurrenceMapper(zones);
    }

    /**
     * Returns the event some bytes say.
     *
     * @param id the id it is told under
     * @param etag Google's, empty where it gave none
     */
    public Event read(String id, String etag, byte[] bytes, int from, int length) {
        return Json.parse(bytes, from, length, MEMBERS)
                .map(members -> read(id, etag, members, bytes, from, length))
                .orElseGet(() -> stub(id, etag, raw(bytes, from, length), "no object of JSON"));
    }

    /**
     * Returns the event some bytes say.
     *
     * @param members of its members those that are {@linkplain #reads looked at}
     */
    public Event read(String id, String etag, ObjectNode members, byte[] bytes, int from, int length) {
        return read(id, etag, members, raw(bytes, from, length));
    }

    /** Returns whether a member of an event is looked at. */
    public static boolean reads(String member) {
        return MEMBERS.contains(member);
    }

    private static String raw(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Returns the event an object says, whose id and etag are its own. */
    public Event read(ObjectNode item) {
        return read(Json.text(item, "id"), Json.text(item, "etag"), item, item.toString());
    }

    private Event read(String id, String etag, ObjectNode item, String raw) {
        try {
            return map(id, etag, item, raw);
        } catch (RuntimeException e) {
            return stub(id, etag, raw, e.getClass().getSimpleName());
        }
    }

    private Event map(String id, String etag, ObjectNode item, String raw) {
        Findings findings = new Findings();
        EventTime time = times.read(item, findings);
        EventShape shape = shape(item, time, findings);
        EventBuilder event = Event.builder(new EventRef(CALENDAR, id), time)
                .revision(revision(item, etag))
                .shape(shape)
                .disposition(StandingMapper.read(item))
                .details(TextMapper.read(item))
                .participants(PeopleMapper.read(item));
        if (shape instanceof EventShape.Series) {
            Series.of(event.build())
                    .degradations()
                    .forEach(complaint -> findings.add(complaint.reason(), complaint.detail()));
        }
        return event.extensions(new Extensions(properties(item), new ProviderExtras(raw), findings.all()))
                .build();
    }

    private static Revision revision(ObjectNode item, String etag) {
        return new Revision(
                Json.text(item, "iCalUID"),
                Json.number(item, "sequence").orElse(0L),
                VersionTag.of(etag),
                Rfc3339.parse(Json.text(item, "updated"))
                        .flatMap(Rfc3339::instant)
                        .map(updated -> updated.truncatedTo(ChronoUnit.MICROS)));
    }

    private EventShape shape(ObjectNode item, EventTime time, Findings findings) {
        String series = Json.text(item, "recurringEventId");
        if (!series.isEmpty()) {
            Optional<RecurrenceId> original = times.originalStart(item, findings);
            if (original.isPresent()) {
                return new EventShape.Override(series, original.get(), false);
            }
            findings.add(Reason.UNREADABLE_TIME, "an original start that cannot be read");
            return new EventShape.Single();
        }
        return RecurrenceMapper.repeats(item)
                ? new EventShape.Series(recurrences.read(item, TimeMapper.startOf(time), findings))
                : new EventShape.Single();
    }

    private static Map<String, String> properties(ObjectNode item) {
        Map<String, String> properties = new TreeMap<>();
        JsonNode own = item.path("extendedProperties").path("private");
        for (Map.Entry<String, JsonNode> property : own.properties()) {
            if (property.getValue().isTextual()) {
                properties.put(property.getKey(), property.getValue().textValue());
            }
        }
        return properties;
    }

    private static Event stub(String id, String etag, String raw, String why) {
        return Event.builder(new EventRef(CALENDAR, id), TimeMapper.NOWHEN)
                .etag(VersionTag.of(etag))
                .extensions(new Extensions(Map.of(), new ProviderExtras(raw), List.of()))
                .degraded(Reason.UNMAPPABLE, why)
                .build();
    }
}
