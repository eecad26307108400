package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.ListEntry;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;

/** Entries of a list of calendars as they are sent. */
final class CalendarEntries {

    private final World world;

    CalendarEntries(World world) {
        this.world = world;
    }

    ObjectNode resource(ListEntry entry) {
        ObjectNode resource = Json.object()
                .put("kind", "calendar#calendarListEntry")
                .put("etag", Etags.of(entry.version()))
                .put("id", entry.calendar());
        if (entry.deleted()) {
            return resource.put("deleted", true);
        }
        describe(world.calendar(entry.calendar()), entry, resource);
        return resource;
    }

    private static void describe(StoredCalendar calendar, ListEntry entry, ObjectNode resource) {
        resource.put("summary", calendar.title());
        if (!calendar.description().isEmpty()) {
            resource.put("description", calendar.description());
        }
        if (!entry.title().isEmpty()) {
            resource.put("summaryOverride", entry.title());
        }
        resource.put("timeZone", calendar.zone().getId())
                .put("colorId", entry.color())
                .put("backgroundColor", "#9fe1e7")
                .put("foregroundColor", "#000000")
                .put("accessRole", entry.role().wire());
        if (entry.selected()) {
            resource.put("selected", true);
        }
        if (entry.hidden()) {
            resource.put("hidden", true);
        }
        if (entry.primary()) {
            resource.put("primary", true);
        }
        resource.putArray("defaultReminders");
        if (entry.role().covers(AccessRole.READER)) {
            resource.putObject("conferenceProperties")
                    .putArray("allowedConferenceSolutionTypes")
                    .add("hangoutsMeet");
        }
    }
}
