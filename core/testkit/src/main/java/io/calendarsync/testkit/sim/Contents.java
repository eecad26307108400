package io.calendarsync.testkit.sim;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.Revision;

/**
 * Tells whether two states of an event mean the same, by other means than the engine: all of it is compared but the
 * version and where it is kept.
 */
final class Contents {

    private static final CalendarId NOWHERE = new CalendarId("-");

    private Contents() {}

    /** Returns what an event says, without which version of it says so. */
    static Event of(Event event) {
        Extensions all = event.extensions();
        return event.toBuilder()
                .ref(new EventRef(NOWHERE, event.ref().eventId()))
                .revision(Revision.of(event.uid()))
                .extensions(new Extensions(all.properties(), ProviderExtras.none(), all.degradations()))
                .build();
    }

    /** Returns what an adapter says of an entry it cannot map. */
    static Event stub(Event event) {
        return of(Event.builder(event.ref(), event.time())
                .revision(event.revision())
                .shape(event.shape())
                .degraded(Degradation.Reason.UNMAPPABLE, "the entry cannot be read")
                .build());
    }

    static boolean same(Event one, Event other) {
        return of(one).equals(of(other));
    }

    /** Returns whether it was too large and is kept without some of its parts. */
    static boolean isCut(Event event) {
        return event.degradations().stream()
                .anyMatch(degradation -> degradation.reason() == Degradation.Reason.TOO_LARGE);
    }
}
