package io.calendarsync.engine.publish;

import io.calendarsync.AuditEntry;
import io.calendarsync.FaultSource;
import io.calendarsync.FieldChange.Field;
import io.calendarsync.LogPosition;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.SyncEvent;
import io.calendarsync.WriteOutcome;
import io.calendarsync.WriteOutcome.Kind;
import io.calendarsync.WriteOutcome.Result;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DraftField;
import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.OwnWriteRecords.Written;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.engine.record.Sighting;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.WriteAnswer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The commits of a write: what is about to be sent before it is sent, and what was seen of the provider with all that
 * follows from it. Each is refused where the calendar or the publication is not as it was read any more. Thread-safe.
 */
final class Settlement {

    private final Ledger ledger;
    private final Observations observations;
    private final InstantSource clock;

    Settlement(Ledger ledger, Observations observations, InstantSource clock) {
        this.ledger = ledger;
        this.observations = observations;
        this.clock = clock;
    }

    /** Returns a task as it is now; absent where the calendar is gone. */
    Optional<Task> fresh(Task task) {
        return ledger.calendars()
                .find(task.id())
                .filter(calendar -> !calendar.value().isErased())
                .flatMap(calendar -> ledger.publications()
                        .find(task.known().id())
                        .map(known -> new Task(calendar, known, task.session())));
    }

    /**
     * Writes down what is about to be sent, under the name its echo is looked up by; returns the task as it then is, absent
     * where it was not written down.
     */
    Optional<Task> sending(Task task, Place place, String name, OwnWriteRecords.Flight flight) {
        Commit commit = ledger.records().begin();
        ledger.publications().save(commit, task.known(), Changes.place(task.publication(), place));
        ledger.ownWrites().put(commit, task.id(), name, written(task, name).sending(flight));
        ledger.calendars().check(commit, task.calendar());
        return commit.run() ? fresh(task) : Optional.empty();
    }

    /** It was refused, and waits for the host. */
    boolean refused(Task task, Place place, WriteAnswer.Refused refused) {
        Kind kind = refused.reason() == WriteAnswer.Reason.WOULD_MAIL ? Kind.WOULD_MAIL : Kind.REFUSED;
        return stopped(task, Changes.place(task.publication(), place), kind, refused.reason() + ": " + refused.why());
    }

    /** It waits for the host, and the calendar's log says so. */
    boolean stopped(Task task, Publication next, Kind kind, String why) {
        Errand errand = next.errandIn(task.id()).orElseGet(() -> Errand.done(task.id()));
        Publication stopped = Changes.errand(next, errand.stopped(kind.name(), why, clock.instant()));
        return told(task, stopped, Result.of(kind, Optional.empty(), why));
    }

    /** An adapter's answer that its contract does not know is its fault, and may have been anything. */
    static ProviderUnavailable undeclared(WriteAnswer answer) {
        return new ProviderUnavailable(
                "The adapter gave an answer it may not give: "
                        + answer.getClass().getSimpleName(),
                FaultSource.unknown());
    }

    /** Writes down something that nobody was asked for. */
    boolean note(Task task, Publication next) {
        Commit commit = ledger.records().begin();
        ledger.publications().save(commit, task.known(), next);
        ledger.calendars().check(commit, task.calendar());
        return commit.run();
    }

    /** An event was read; the place is what it now is. */
    boolean seen(Task task, Place place, Event event) {
        return apply(task, present(event), Optional.empty(), place, task.publication(), List.of(), commit -> {});
    }

    /** A creation's event was found, and is to be looked at; or answered, and is as wanted. */
    boolean created(Task task, Place place, Event event, boolean answered, String flight) {
        Consumer<Commit> besides = commit -> {
            String id = place.eventId();
            ledger.ownWrites().forget(commit, task.id(), flight);
            ledger.links().put(commit, task.ref(id), task.key());
            audit(commit, task, "event-created", id);
        };
        if (!answered) {
            return apply(task, present(event), Optional.empty(), place, task.publication(), List.of(), besides);
        }
        Instant now = clock.instant();
        Publication next = Changes.written(task.publication(), task.id(), now);
        Consumer<Commit> all = besides.andThen(commit -> ringElsewhere(commit, task, now));
        Set<Field> sent = EnumSet.allOf(Field.class);
        return apply(task, present(event), Optional.of(sent), place, next, done(task, place, Set.of()), all);
    }

    /** An update was answered: it is as wanted, but for what is held back. */
    boolean updated(Task task, Place place, Event before, Event after, EventDraft send, Set<DraftField> held) {
        Set<Field> sent = DraftField.fields(send);
        Instant now = clock.instant();
        Consumer<Commit> besides = commit -> {
            Written own =
                    written(task, place.eventId()).answered(before.revision().etag());
            ledger.ownWrites().put(commit, task.id(), place.eventId(), own);
            ledger.links().put(commit, task.ref(place.eventId()), task.key());
            audit(commit, task, "event-updated", place.eventId());
            ringElsewhere(commit, task, now);
        };
        Publication next = Changes.written(task.publication(), task.id(), now);
        return apply(task, present(after), Optional.of(sent), place, next, done(task, place, held), besides);
    }

    /** Nothing is to be sent: it is as wanted, but for what is held back. */
    boolean agreed(Task task, Place place, Set<DraftField> held) {
        Instant now = clock.instant();
        Publication next = Changes.written(task.publication(), task.id(), now);
        return apply(task, List.of(), Optional.empty(), place, next, done(task, place, held), commit -> {
            ledger.links().put(commit, task.ref(place.eventId()), task.key());
            ringElsewhere(commit, task, now);
        });
    }

    /** Somebody else has deleted the event, which nobody wants to be created again by itself. */
    boolean removed(Task task, Place place) {
        Publication next = Changes.errand(task.publication(), Errand.done(task.id()));
        Result result = Result.of(
                Kind.REMOVED_REMOTELY,
                event(task, place),
                "A user has deleted the event: retract it and put it again to have it created anew");
        return apply(
                task,
                gone(place),
                Optional.empty(),
                place.state(Place.State.REMOVED),
                next,
                List.of(result),
                commit -> forget(commit, task, place));
    }

    /**
     * The event is not there any more.
     *
     * @param before as it was deleted, absent where nobody had to delete it
     */
    boolean deleted(Task task, Place place, Optional<Event> before) {
        Instant now = clock.instant();
        Place over = place.state(Place.State.RETRACTED);
        Publication next = Changes.left(Changes.place(task.publication(), over), task.id(), now);
        Consumer<Commit> besides = commit -> {
            String from = before.map(event -> event.revision().etag()).orElse("");
            ledger.ownWrites()
                    .put(
                            commit,
                            task.id(),
                            place.eventId(),
                            written(task, place.eventId()).answered(from));
            ledger.links().forget(commit, task.ref(place.eventId()));
            audit(commit, task, "event-deleted", place.eventId());
        };
        Optional<Set<Field>> sent = before.map(event -> Set.of());
        Result result = Result.of(Kind.RETRACTED, event(task, place), "");
        return apply(task, gone(place), sent, over, next, List.of(result), besides);
    }

    /** It waits for the host, or is late; the calendar's log says so. */
    boolean told(Task task, Publication next, Result result) {
        return apply(task, List.of(), Optional.empty(), Optional.empty(), next, List.of(result), commit -> {});
    }

    private boolean apply(
            Task task,
            List<RemoteChange> seen,
            Optional<Set<Field>> sent,
            Place place,
            Publication next,
            List<Result> results,
            Consumer<Commit> besides) {
        return apply(task, seen, sent, Optional.of(place), next, results, besides);
    }

    private boolean apply(
            Task task,
            List<RemoteChange> seen,
            Optional<Set<Field>> sent,
            Optional<Place> place,
            Publication next,
            List<Result> results,
            Consumer<Commit> besides) {
        Publication after = place.map(one -> Changes.place(next, one)).orElse(next);
        Consumer<Commit> all = commit -> {
            ledger.publications().save(commit, task.known(), after);
            besides.accept(commit);
        };
        List<BiFunction<LogPosition, Instant, SyncEvent>> entries = new ArrayList<>();
        results.forEach(result -> entries.add((position, at) -> outcome(task, position, at, result)));
        return observations.apply(task.calendar(), new Sighting(seen, sent, task.key(), all, entries));
    }

    private static WriteOutcome outcome(Task task, LogPosition position, Instant at, Result result) {
        return new WriteOutcome(
                position,
                task.calendar().value().info().owner(),
                at,
                task.id(),
                task.key(),
                task.publication().revision(),
                result);
    }

    private void ringElsewhere(Commit commit, Task task, Instant now) {
        Publication next = Changes.written(task.publication(), task.id(), now);
        Changes.dueElsewhere(next, task.id(), now)
                .forEach(calendar -> ledger.due().put(commit, Job.publish(calendar.value()), now));
    }

    private void forget(Commit commit, Task task, Place place) {
        if (!place.eventId().isEmpty()) {
            ledger.links().forget(commit, task.ref(place.eventId()));
        }
    }

    private void audit(Commit commit, Task task, String what, String eventId) {
        ledger.audit()
                .append(
                        commit,
                        Keyspace.ownerKey(task.calendar().value().info().owner()),
                        new AuditEntry(
                                clock.instant(),
                                "library",
                                what,
                                StoredPublisher.target(task.ref(eventId)),
                                task.key() + " revision " + task.publication().revision()));
    }

    private Written written(Task task, String name) {
        return ledger.ownWrites().find(task.id(), Set.of(name)).getOrDefault(name, Written.nothing());
    }

    private static List<Result> done(Task task, Place place, Set<DraftField> held) {
        String why = held.isEmpty() ? "" : "A user has changed as well what the host has changed: it was left as it is";
        return List.of(new Result(Kind.WRITTEN, event(task, place), fields(held), why));
    }

    private static Optional<EventRef> event(Task task, Place place) {
        return place.eventId().isEmpty() ? Optional.empty() : Optional.of(task.ref(place.eventId()));
    }

    private static List<RemoteChange> present(Event event) {
        return List.of(new RemoteChange.Present(event));
    }

    private static List<RemoteChange> gone(Place place) {
        return place.eventId().isEmpty() ? List.of() : List.of(new RemoteChange.Gone(place.eventId()));
    }

    private static Set<Field> fields(Iterable<DraftField> drafted) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        drafted.forEach(field -> fields.addAll(field.fields()));
        return fields;
    }
}
