package io.calendarsync.testkit.provider;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.Revision;
import java.time.Instant;
import java.util.Optional;

/** Shows events as readers get them: with the stamps their calendar gives, and stubs of those nobody can read. */
record Dresser(Behaviour.Stamps stamps) {

    Event dress(Held held) {
        return dress(held.spoiled() ? stub(held.event()) : held.event());
    }

    Event dress(Event event) {
        if (stamps.updated() && stamps.etags()) {
            return event;
        }
        Revision whole = event.revision();
        return event.toBuilder()
                .revision(new Revision(
                        whole.uid(),
                        whole.sequence(),
                        stamps.etags() ? whole.etag() : "",
                        stamps.updated() ? whole.updated() : Optional.<Instant>empty()))
                .build();
    }

    /** Returns what an adapter can still say of an entry it cannot map: its id, version, time and place in a series. */
    private static Event stub(Event event) {
        EventBuilder stub = Event.builder(event.ref(), event.time())
                .revision(event.revision())
                .shape(event.shape());
        return stub.degraded(Degradation.Reason.UNMAPPABLE, "the entry cannot be read")
                .build();
    }
}
