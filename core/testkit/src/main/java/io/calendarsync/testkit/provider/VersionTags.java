package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.engine.plan.EventDiff;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.RemoteChange;
import java.util.HashMap;
import java.util.Map;

/** Holds a provider to its version tags: what comes under a tag that is stored will not be read. Confined to one thread. */
final class VersionTags {

    private final Map<String, Event> states = new HashMap<>();
    private final EventDiff diff = new EventDiff();

    void check(RemoteChange.Present present) {
        String tag = present.tag();
        if (tag.isEmpty()) {
            return;
        }
        Event event = present.event();
        assertEquals(tag, event.revision().etag(), "the version tag of an item is the one its event has");
        if (!event.degradations().isEmpty()) {
            // Not taken at its tag: it is read again each time.
            return;
        }
        Event before = states.put(present.eventId() + " " + tag, event);
        assertTrue(
                before == null || diff.between(before, event).fields().isEmpty(),
                "two states of the event " + present.eventId() + " have one version tag: the second is never seen");
    }
}
