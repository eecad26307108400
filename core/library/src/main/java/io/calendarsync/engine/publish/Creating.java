package io.calendarsync.engine.publish;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.engine.plan.Fingerprint;
import io.calendarsync.engine.record.DraftField;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Portrait;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Creates an event at a place that was written down before, the first time or once more: what came of the last time need not
 * be known. Thread-safe.
 */
final class Creating {

    private final Names names;
    private final Settlement settlement;
    private final Fingerprint fingerprints = new Fingerprint();

    Creating(Names names, Settlement settlement) {
        this.names = names;
        this.settlement = settlement;
    }

    /** Tries a place nobody has tried. */
    Step first(Task task, int incarnation, Publication.Wanted wanted) {
        Place place = new Place(task.id(), incarnation, "", Place.State.ATTEMPTED, Optional.empty(), List.of());
        return create(task, place, wanted.draft(), wanted.invitations(), false);
    }

    /** Tries a place again that was tried before, where it is still wanted. */
    Step again(Task task, Place place, Publication.Wanted wanted) {
        return create(task, place, wanted.draft(), wanted.invitations(), true);
    }

    /**
     * Settles a place that is not wanted any more: only by the same creation can be known that the last one cannot land any
     * more (history H32). It invites nobody.
     */
    Step settle(Task task, Place place) {
        EventDraft last = place.sent().get(place.sent().size() - 1);
        EventTime time = last.time().orElseThrow();
        EventDraft bare =
                EventDraft.builder().time(time).title(last.title().orElse("")).build();
        return create(task, place, bare, Invitations.NONE, true);
    }

    private Step create(Task task, Place place, EventDraft draft, Invitations invitations, boolean repeated) {
        Names.Name name = names.of(task.calendar().value().info().owner(), task.key(), task.id(), place.incarnation());
        // Without a place it may have had a life before, of which nothing is known any more (history H33).
        boolean mayExist = repeated || task.publication().placeIn(task.id()).isEmpty();
        Creation creation = new Creation(name.name(), name.marker(), draft, invitations, mayExist);
        Place trying = place.sending(draft);
        Optional<Task> sending =
                settlement.sending(task, trying, OwnWriteRecords.creation(name.marker()), flight(task, draft));
        if (sending.isEmpty()) {
            return Step.MOVED_ON;
        }
        WriteAnswer answer = task.session().create(task.remoteId(), creation);
        if (answer instanceof WriteAnswer.Written written) {
            return repeated
                    ? found(sending.get(), place, creation, written.event(), true)
                    : created(sending.get(), trying, creation, written.event());
        }
        if (answer instanceof WriteAnswer.Exists exists) {
            return taken(sending.get(), trying, place, creation, exists, repeated);
        }
        return refused(sending.get(), repeated ? trying : trying.state(Place.State.RETRACTED), answer);
    }

    private Step refused(Task task, Place place, WriteAnswer answer) {
        if (answer instanceof WriteAnswer.Refused refused) {
            return settlement.refused(task, place, refused) ? Step.DONE : Step.MOVED_ON;
        }
        throw Settlement.undeclared(answer);
    }

    private Step created(Task task, Place place, Creation creation, Event event) {
        Place linked = place.linked(event.ref().eventId(), new Place.Base(creation.draft(), Portrait.of(event)));
        String flight = OwnWriteRecords.creation(creation.marker());
        return Step.of(settlement.created(task, linked, event, true, flight));
    }

    /**
     * What is there may have been changed since by somebody else: it is looked at, and brought up to date after. What was
     * left by a life of which nothing is known is taken over as it is, like an event that is adopted.
     */
    private Step found(Task task, Place place, Creation creation, Event event, boolean repeated) {
        Place.Base base = repeated
                ? Merge.found(place, event)
                : new Place.Base(EventDraft.builder().build(), Portrait.of(event));
        Place linked = place.linked(event.ref().eventId(), base);
        String flight = OwnWriteRecords.creation(creation.marker());
        return Step.of(settlement.created(task, linked, event, false, flight));
    }

    private Step taken(
            Task task, Place trying, Place before, Creation creation, WriteAnswer.Exists exists, boolean repeated) {
        Optional<Event> event = exists.event()
                .or(() -> task.session()
                        .idOf(creation)
                        .flatMap(id -> task.session().fetch(task.remoteId(), id)));
        if (event.isPresent() && OwnMarker.on(event.get()).equals(creation.marker())) {
            // The name was taken before: what was sent just now is not what it shows.
            return found(task, before, creation, event.get(), repeated);
        }
        if (event.isEmpty() && repeated) {
            // Ours, and not deleted by us: that would be known.
            return Step.of(settlement.removed(
                    task, task.session().idOf(creation).map(trying::named).orElse(trying)));
        }
        return Step.of(settlement.note(task, Changes.place(task.publication(), trying.state(Place.State.FOREIGN))));
    }

    /**
     * What a creation must leave: what was sent, and nothing of what a draft could have said besides, or somebody else has
     * added it. Reminders a calendar may have of its own, and of all else nobody can tell what the provider adds.
     */
    private OwnWriteRecords.Flight flight(Task task, EventDraft draft) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (DraftField field : DraftField.values()) {
            if (field != DraftField.REMINDERS || field.isIn(draft)) {
                fields.addAll(field.fields());
            }
        }
        Event blank = Event.builder(task.ref("-"), draft.time().orElseThrow()).build();
        return new OwnWriteRecords.Flight(
                fingerprints.of(Portrait.onto(draft, blank), fields),
                fields.stream().map(Field::name).toList());
    }
}
