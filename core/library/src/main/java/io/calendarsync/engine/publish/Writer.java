package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.model.CalendarId;
import java.time.Instant;
import java.util.Optional;

/** Tells what the next step of a publication in one calendar is, and takes it. Thread-safe. */
final class Writer {

    private final Settlement settlement;
    private final Creating creating;
    private final Updating updating;
    private final Removing removing;

    Writer(Ledger ledger, Settlement settlement, Names names) {
        this.settlement = settlement;
        this.creating = new Creating(names, settlement);
        Looking looking = new Looking(ledger, settlement);
        this.updating = new Updating(looking, settlement);
        this.removing = new Removing(looking, settlement);
    }

    Step step(Task task, Instant now) {
        CalendarId id = task.id();
        Publication publication = task.publication();
        Optional<Errand> errand = publication.errandIn(id);
        if (errand.isEmpty() || !errand.get().isDue(now)) {
            return Step.DONE;
        }
        return publication
                .wanted()
                .filter(wanted -> wanted.target().equals(id))
                .map(wanted -> bring(task, wanted))
                .orElseGet(() -> takeBack(task));
    }

    private Step bring(Task task, Publication.Wanted wanted) {
        Optional<Place> last = task.publication().placeIn(task.id());
        if (last.isEmpty()) {
            return creating.first(task, 0, wanted);
        }
        Place place = last.get();
        return switch (place.state()) {
            case ATTEMPTED -> creating.again(task, place, wanted);
            case LINKED -> updating.update(task, place, wanted);
            case REMOVED -> updating.updateIfBack(task, place, wanted);
            case LEAVING -> removing.remove(task, place);
            case RETRACTED, FOREIGN -> creating.first(task, place.incarnation() + 1, wanted);
        };
    }

    private Step takeBack(Task task) {
        Publication publication = task.publication();
        Optional<Place> open = publication.openIn(task.id()).stream().findFirst();
        boolean mayLeave = publication.wanted().isEmpty() || publication.isLinkedAtTarget();
        if (open.isEmpty() || !mayLeave) {
            // Not before it is where it is to be: then this is due again.
            return Step.of(settlement.note(task, Changes.errand(publication, Errand.done(task.id()))));
        }
        return open.get().state() == Place.State.ATTEMPTED
                ? creating.settle(task, open.get())
                : removing.remove(task, open.get());
    }
}
