package io.calendarsync.engine.publish;

import io.calendarsync.engine.plan.Fingerprint;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Portrait;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.List;
import java.util.Optional;

/** Brings an event that is there to what is wanted. Thread-safe. */
final class Updating {

    private final Looking looking;
    private final Settlement settlement;
    private final Fingerprint fingerprints = new Fingerprint();

    Updating(Looking looking, Settlement settlement) {
        this.looking = looking;
        this.settlement = settlement;
    }

    Step update(Task task, Place place, Publication.Wanted wanted) {
        return update(task, place, wanted, looking.at(task, place));
    }

    /** What somebody seems to have deleted may be back: the provider is asked each time something is wanted of it. */
    Step updateIfBack(Task task, Place place, Publication.Wanted wanted) {
        if (place.eventId().isEmpty()) {
            return Step.of(settlement.removed(task, place));
        }
        Place linked = place.state(Place.State.LINKED);
        return update(task, linked, wanted, looking.asked(task, linked));
    }

    private Step update(Task task, Place place, Publication.Wanted wanted, Looking.Sight sight) {
        if (sight.task().isEmpty()) {
            return Step.MOVED_ON;
        }
        if (sight.event().isEmpty()) {
            return Step.of(settlement.removed(task, place));
        }
        Task looked = sight.task().get();
        if (!looked.publication().wanted().equals(Optional.of(wanted))) {
            return Step.MOVED_ON;
        }
        Event now = sight.event().get();
        Merge merge = Merge.of(wanted.draft(), place, now);
        if (merge.isNothing()) {
            Place agreed = place.linked(place.eventId(), merge.agreed(wanted.draft(), place, now));
            return Step.of(settlement.agreed(looked, agreed, merge.held()));
        }
        return send(looked, place, wanted, now, merge);
    }

    private Step send(Task task, Place place, Publication.Wanted wanted, Event now, Merge merge) {
        Place sending = place.sending(merge.send());
        OwnWriteRecords.Flight flight =
                new OwnWriteRecords.Flight(fingerprints.of(Portrait.onto(merge.send(), now)), List.of());
        Optional<Task> sent = settlement.sending(task, sending, place.eventId(), flight);
        if (sent.isEmpty()) {
            return Step.MOVED_ON;
        }
        WriteAnswer answer = task.session().update(task.remoteId(), now, merge.send(), wanted.invitations());
        if (answer instanceof WriteAnswer.Written written) {
            Event after = written.event();
            Place done = sending.linked(after.ref().eventId(), merge.agreed(wanted.draft(), place, after));
            return Step.of(settlement.updated(sent.get(), done, now, after, merge.send(), merge.held()));
        }
        if (answer instanceof WriteAnswer.Stale || answer instanceof WriteAnswer.Missing) {
            // What is sent and unanswered is read again before anything else is: the next step does.
            return Step.TAKEN;
        }
        if (answer instanceof WriteAnswer.Refused refused) {
            return settlement.refused(sent.get(), place, refused) ? Step.DONE : Step.MOVED_ON;
        }
        throw Settlement.undeclared(answer);
    }
}
