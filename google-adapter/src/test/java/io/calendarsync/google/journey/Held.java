package io.calendarsync.google.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.Revision;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.sandbox.SandboxCalendar;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a calendar holds at the sandbox, and what of it an engine is to know: all but what is deleted. */
final class Held {

    private Held() {}

    /** Returns it as the sandbox has it, read by the adapter's mapper, by event id. */
    static Map<String, Event> at(SandboxCalendar calendar, CalendarId id) {
        EventReader mapper = new EventReader(ZoneNames.bundled());
        Map<String, Event> held = new TreeMap<>();
        for (JsonNode json : calendar.events()) {
            Event event = mapper.read(Json.parse(json.toString()).orElseThrow());
            EventRef ref = new EventRef(id, event.ref().eventId());
            held.put(ref.eventId(), comparable(event.toBuilder().ref(ref).build()));
        }
        return living(held);
    }

    /** Of an instance that does not take place a list tells which one that is, and nothing else that counts. */
    static Event comparable(Event event) {
        if (event.isCancelled() && event.shape() instanceof EventShape.Override instance) {
            return Event.builder(event.ref(), new EventTime.Floating(LocalDateTime.MIN, Duration.ZERO))
                    .shape(instance)
                    .status(EventStatus.CANCELLED)
                    .build();
        }
        return event;
    }

    /** Returns what of an event is told when it changes: all but the stamps of the version and the provider's own words. */
    static Event content(Event event) {
        Event comparable = comparable(event);
        return comparable.toBuilder()
                .revision(new Revision(comparable.uid(), comparable.revision().sequence(), "", Optional.empty()))
                .extensions(new Extensions(
                        comparable.extensions().properties(), ProviderExtras.none(), comparable.degradations()))
                .build();
    }

    /** Fails with those that differ. */
    static void assertSame(String what, Map<String, Event> actual, Map<String, Event> expected) {
        Map<String, String> differing = new TreeMap<>();
        expected.forEach((id, event) -> {
            if (!event.equals(actual.get(id))) {
                differing.put(id, "is " + actual.get(id) + "\n instead of " + event);
            }
        });
        actual.forEach((id, event) -> {
            if (!expected.containsKey(id)) {
                differing.put(id, "is there, and should not be: " + event);
            }
        });
        assertThat(differing).as(what).isEmpty();
    }

    private static Map<String, Event> living(Map<String, Event> events) {
        events.values().removeIf(event -> event.isCancelled() && !(event.shape() instanceof EventShape.Override));
        events.values()
                .removeIf(event -> event.shape() instanceof EventShape.Override override
                        && !events.containsKey(override.seriesId()));
        return events;
    }
}
