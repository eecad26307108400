package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Place;
import io.calendarsync.model.Event;
import java.util.Optional;
import java.util.Set;

/** Gets hold of an event as it is to be written over. Thread-safe. */
final class Looking {

    private final Ledger ledger;
    private final Settlement settlement;

    Looking(Ledger ledger, Settlement settlement) {
        this.ledger = ledger;
        this.settlement = settlement;
    }

    /**
     * What was got hold of.
     *
     * @param task as it then is, absent where it moved on
     * @param event the event, absent where there is none any more
     */
    record Sight(Optional<Task> task, Optional<Event> event) {}

    /**
     * Returns an event as it was read last where that is enough: it is whole, its version tag tells whether it still is so,
     * nothing of it was left out, and nothing of ours is on its way to it.
     */
    Sight at(Task task, Place place) {
        Optional<Event> stored = ledger.events().find(task.id(), Set.of(place.eventId())).values().stream()
                .map(KnownEvent::event)
                .findFirst();
        boolean enough = stored.filter(event -> event.degradations().isEmpty()
                        && !event.revision().etag().isEmpty())
                .isPresent();
        return enough && place.sent().isEmpty() && !task.calendar().value().isTimesOnly()
                ? new Sight(Optional.of(task), stored)
                : asked(task, place);
    }

    /** Returns an event as the provider has it now, once that is told and stored. */
    Sight asked(Task task, Place place) {
        Optional<Event> now = task.session().fetch(task.remoteId(), place.eventId());
        if (now.isEmpty()) {
            return new Sight(Optional.of(task), now);
        }
        return settlement.seen(task, place, now.get())
                ? new Sight(settlement.fresh(task), now)
                : new Sight(Optional.empty(), now);
    }
}
