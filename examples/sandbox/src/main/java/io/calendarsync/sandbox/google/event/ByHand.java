package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.OffsetDateTime;

/** Edits as people do them, without a client's options. Used under the lock of its world; each returns the event's id. */
public final class ByHand {

    private static final WriteOptions PLAIN = WriteOptions.byHand();

    private final EventWriter writer;
    private final Split split;

    /** Works on a world. */
    public ByHand(World world, EventWriter writer) {
        this.writer = writer;
        this.split = new Split(world, writer);
    }

    /** Returns an event. */
    public JsonNode read(StoredCalendar calendar, String id) {
        return EventFinder.find(calendar, id).tree();
    }

    /** Makes an event, or takes an invitation. */
    public String add(StoredCalendar calendar, ObjectNode event) {
        boolean invitation = event.path("organizer").hasNonNull("email")
                && !event.path("organizer").path("email").asText().equals(calendar.id());
        return (invitation ? writer.invited(calendar, event) : writer.insert(calendar, calendar.owner(), event, PLAIN))
                .id();
    }

    /** Changes members of an event; the organizer's will is done even if this calendar is a guest's. */
    public String edit(StoredCalendar calendar, String id, ObjectNode patch) {
        return writer.edited(calendar, id, patch).id();
    }

    /** Writes members that nobody checks. */
    public String decorate(StoredCalendar calendar, String id, ObjectNode members) {
        return writer.decorated(calendar, id, members).id();
    }

    /** Cancels an event. */
    public String delete(StoredCalendar calendar, String id) {
        writer.delete(calendar, id, PLAIN);
        return id;
    }

    /** Moves an event. */
    public String move(StoredCalendar from, String id, StoredCalendar to) {
        return writer.move(from, id, to, PLAIN).id();
    }

    /** Gives an event another version tag. */
    public String touch(StoredCalendar calendar, String id) {
        return writer.touch(calendar, id).id();
    }

    /** Returns the id of an instance. */
    public String instance(StoredCalendar calendar, String series, String originalStart) {
        ObjectNode master = EventFinder.find(calendar, series).tree();
        return series + "_" + times(calendar, master, originalStart).stamp();
    }

    /** Ends a series before an instance and begins a new one with it. */
    public String split(StoredCalendar calendar, String series, String originalStart, ObjectNode patch) {
        ObjectNode master = EventFinder.find(calendar, series).tree();
        return split.at(calendar, master, times(calendar, master, originalStart), patch);
    }

    private static EventTimes times(StoredCalendar calendar, ObjectNode master, String originalStart) {
        Series series = Series.of(master, calendar.zone());
        return (originalStart.indexOf('T') < 0
                        ? series.at(originalStart.replace("-", ""))
                        : series.at(OffsetDateTime.parse(originalStart).toInstant()))
                .orElseThrow(() -> ApiException.invalid("No instance starts at " + originalStart));
    }
}
