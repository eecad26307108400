package io.calendarsync.sandbox.google.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventStore;
import io.calendarsync.sandbox.google.http.Json;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** A calendar: its properties, who may see it, its events. Confined to the lock of its world. */
public final class StoredCalendar {

    private final String id;
    private final String owner;
    private final boolean watchable;
    private final boolean createdByApp;
    private final EventStore events = new EventStore();
    private final Map<String, AccessRole> roles = new HashMap<>(2);
    private String title;
    private String description = "";
    private ZoneId zone;
    private long version;
    private long generation;

    StoredCalendar(String id, String owner, String title, ZoneId zone, boolean watchable, boolean createdByApp) {
        this.id = id;
        this.owner = owner;
        this.title = title;
        this.zone = zone;
        this.watchable = watchable;
        this.createdByApp = createdByApp;
    }

    /** The id. */
    public String id() {
        return id;
    }

    /** The mail address of who owns it. */
    public String owner() {
        return owner;
    }

    /** Whether channels can be opened on it; calendars of holidays cannot be watched. */
    public boolean watchable() {
        return watchable;
    }

    /** Whether it was made through the API. */
    public boolean createdByApp() {
        return createdByApp;
    }

    /** The title. */
    public String title() {
        return title;
    }

    /** The description, empty where there is none. */
    public String description() {
        return description;
    }

    /** The time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The events. */
    public EventStore events() {
        return events;
    }

    /** What sync tokens of its events must carry to be valid. */
    public long generation() {
        return generation;
    }

    /** Makes every sync token of its events invalid. */
    public void invalidateTokens() {
        generation++;
    }

    /** Sets the properties as the newest change. */
    public void describe(String newTitle, String newDescription, ZoneId newZone, long change) {
        title = newTitle;
        description = newDescription;
        zone = newZone;
        version = change;
    }

    /** Returns what somebody may do with it. */
    public AccessRole role(String email) {
        return roles.getOrDefault(email, AccessRole.NONE);
    }

    /** Lets somebody do something, or nothing, with it. */
    public void allow(String email, AccessRole role) {
        if (role == AccessRole.NONE) {
            roles.remove(email);
        } else {
            roles.put(email, role);
        }
    }

    /** Returns who may do what. */
    public Map<String, AccessRole> roles() {
        return Map.copyOf(roles);
    }

    /** Returns the Calendar resource. */
    public ObjectNode resource() {
        ObjectNode resource = Json.object()
                .put("kind", "calendar#calendar")
                .put("etag", Etags.of(version))
                .put("id", id)
                .put("summary", title);
        if (!description.isEmpty()) {
            resource.put("description", description);
        }
        resource.put("timeZone", zone.getId());
        resource.putObject("conferenceProperties")
                .putArray("allowedConferenceSolutionTypes")
                .add("hangoutsMeet");
        return resource;
    }
}
