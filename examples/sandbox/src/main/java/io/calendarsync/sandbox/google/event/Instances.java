package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.state.StoredCalendar;

/** The instances of a series as events. */
public final class Instances {

    private Instances() {}

    /** Returns an instance that is as its series says. */
    public static ObjectNode tree(StoredCalendar calendar, ObjectNode master, EventTimes times) {
        ObjectNode instance = master.deepCopy();
        String masterId = master.path("id").asText();
        instance.remove("recurrence");
        instance.put("id", masterId + "_" + times.stamp());
        times.writeTo(instance, calendar.zone());
        instance.put("recurringEventId", masterId);
        instance.set("originalStartTime", times.startNode(calendar.zone()));
        return instance;
    }

    /** Returns all that is promised of an instance that does not take place. */
    public static ObjectNode cancelled(StoredCalendar calendar, StoredEvent master, EventTimes times) {
        ObjectNode instance = Tombstones.of(master.id() + "_" + times.stamp(), master.version());
        instance.put("recurringEventId", master.id());
        instance.set("originalStartTime", times.startNode(calendar.zone()));
        return instance;
    }
}
