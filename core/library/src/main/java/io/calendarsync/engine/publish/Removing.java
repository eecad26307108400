package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.Place;
import io.calendarsync.model.Event;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.Optional;

/** Takes an event back from where it is known to be. Thread-safe. */
final class Removing {

    private final Looking looking;
    private final Settlement settlement;

    Removing(Looking looking, Settlement settlement) {
        this.looking = looking;
        this.settlement = settlement;
    }

    Step remove(Task task, Place place) {
        Looking.Sight sight = looking.at(task, place);
        if (sight.task().isEmpty()) {
            return Step.MOVED_ON;
        }
        return sight.event()
                .map(event -> remove(sight.task().get(), place, event))
                .orElseGet(() -> Step.of(settlement.deleted(task, place, Optional.empty())));
    }

    private Step remove(Task task, Place place, Event now) {
        // From here on it goes, whatever is wanted next: the answer may get lost.
        Place leaving = place.state(Place.State.LEAVING);
        Optional<Task> sent = settlement.sending(task, leaving, place.eventId(), OwnWriteRecords.Flight.deletion());
        if (sent.isEmpty()) {
            return Step.MOVED_ON;
        }
        Invitations farewell = task.publication().farewell();
        WriteAnswer answer = task.session().delete(task.remoteId(), now, farewell);
        if (answer instanceof WriteAnswer.Missing) {
            return Step.of(settlement.deleted(sent.get(), leaving, Optional.of(now)));
        }
        if (answer instanceof WriteAnswer.Stale) {
            Looking.Sight again = looking.asked(sent.get(), leaving);
            return again.task().isEmpty() ? Step.MOVED_ON : Step.TAKEN;
        }
        if (answer instanceof WriteAnswer.Refused refused) {
            return settlement.refused(sent.get(), leaving, refused) ? Step.DONE : Step.MOVED_ON;
        }
        throw Settlement.undeclared(answer);
    }
}
