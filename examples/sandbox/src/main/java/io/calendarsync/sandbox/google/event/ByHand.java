package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventFinder.Found;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Edits as people do them, without a client's options. Used under the lock of its world; each returns the event's id. */
public final class ByHand {

    private static final WriteOptions PLAIN = WriteOptions.byHand();

    private final World world;
    private final EventWriter writer;
    private final Drafts drafts = new Drafts();
    private final Split split;

    /** Works on a world. */
    public ByHand(World world, EventWriter writer) {
        this.world = world;
        this.writer = writer;
        this.split = new Split(world, writer, this);
    }

    /** Returns an event. */
    public JsonNode read(StoredCalendar calendar, String id) {
        return EventFinder.find(calendar, id).tree();
    }

    /** Makes an event, or takes an invitation: that is one whose organizer is somebody else. */
    public String add(StoredCalendar calendar, ObjectNode body) {
        ObjectNode event = drafts.fresh(body, PLAIN);
        String organizer = event.path("organizer").path("email").asText(calendar.id());
        if (organizer.equals(calendar.id())) {
            event.remove("organizer");
            return writer.create(calendar, calendar.owner(), event, PLAIN).id();
        }
        return writer.create(calendar, organizer, event, PLAIN).id();
    }

    /** Changes members of an event; the organizer's will is done even if this calendar is a guest's. */
    public String edit(StoredCalendar calendar, String id, ObjectNode patch) {
        Found found = EventWriter.found(calendar, id);
        ObjectNode after = drafts.patched(found.tree(), patch, PLAIN);
        return writer.change(calendar, found, after, PLAIN, false).id();
    }

    /** Writes members that nobody checks. */
    public String decorate(StoredCalendar calendar, String id, ObjectNode members) {
        ObjectNode event = EventWriter.found(calendar, id).tree();
        event.setAll(members);
        return writer.put(calendar, event, world.now()).id();
    }

    /** Gives an event another version tag, which says nothing new. */
    public String touch(StoredCalendar calendar, String id) {
        ObjectNode event = EventWriter.found(calendar, id).tree();
        return writer.put(calendar, event, Instant.parse(event.path("updated").asText()))
                .id();
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
