package io.calendarsync.engine.publish;

import io.calendarsync.AccessDenied;
import io.calendarsync.AuditEntry;
import io.calendarsync.EntityPublisher;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Mapping;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.PublicationStatus;
import io.calendarsync.Publisher;
import io.calendarsync.PutResult;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Errand;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Place;
import io.calendarsync.engine.record.Portrait;
import io.calendarsync.engine.record.Publication;
import io.calendarsync.engine.record.PublicationCodec;
import io.calendarsync.engine.record.PublicationRecords.Known;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.Invitations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what is to be published as records; whoever has the calendar's lane writes it. Thread-safe. */
public final class StoredPublisher implements Publisher {

    private static final int TRIES = 30;
    private static final int MOST_BYTES = 24 * 1024;

    private final Ledger ledger;
    private final Gate gate;
    private final PublicationCodec codec;
    private final InstantSource clock;

    /** Creates it. */
    public StoredPublisher(Ledger ledger, PublicationCodec codec, InstantSource clock) {
        this.ledger = ledger;
        this.gate = new Gate(ledger);
        this.codec = codec;
        this.clock = clock;
    }

    @Override
    public PutResult put(HostKey key, long revision, CalendarId target, EventDraft draft, Invitations invitations) {
        check(draft);
        Publication.Wanted wanted = new Publication.Wanted(target, draft, invitations);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Gate.Look look = gate.at(target);
            if (look.refusal().isPresent()) {
                return look.refusal().get();
            }
            Known known = ledger.publications().get(key);
            Publication is = known.value();
            if (revision < is.revision()) {
                return PutResult.SUPERSEDED;
            }
            Instant now = clock.instant();
            boolean same = is.wanted().equals(Optional.of(wanted));
            boolean stopped = is.errandIn(target).filter(Errand::isStopped).isPresent();
            if (same && (revision == is.revision() || !stopped)) {
                if (revision == is.revision() || save(known, Changes.same(is, revision), List.of(), look, now)) {
                    return PutResult.UNCHANGED;
                }
                continue;
            }
            if (save(known, Changes.want(is, key, revision, wanted, now), List.of(target), look, now)) {
                return PutResult.ACCEPTED;
            }
        }
        throw busy();
    }

    @Override
    public PutResult retract(HostKey key, long revision, Invitations invitations) {
        Gate.Look nowhere = new Gate.Look(Optional.empty(), Optional.empty());
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Known known = ledger.publications().get(key);
            Publication is = known.value();
            if (revision < is.revision()) {
                return PutResult.SUPERSEDED;
            }
            Instant now = clock.instant();
            boolean never = is.wanted().isEmpty() && is.places().isEmpty();
            boolean asIs = is.wanted().isEmpty()
                    && is.farewell() == invitations
                    && is.errands().stream().noneMatch(Errand::isStopped);
            if (never || asIs) {
                Publication next = never ? Changes.never(revision) : Changes.same(is, revision);
                if (revision == is.revision() || save(known, next, List.of(), nowhere, now)) {
                    return PutResult.UNCHANGED;
                }
                continue;
            }
            Publication next = Changes.leave(is, revision, invitations, now);
            List<CalendarId> due = next.errands().stream()
                    .filter(errand -> errand.due().equals(now))
                    .map(Errand::calendar)
                    .toList();
            if (save(known, next, due, nowhere, now)) {
                return PutResult.ACCEPTED;
            }
        }
        throw busy();
    }

    private boolean save(Known known, Publication next, List<CalendarId> due, Gate.Look look, Instant now) {
        Commit commit = ledger.records().begin();
        ledger.publications().save(commit, known, next);
        // So that nothing is put into a calendar that is being erased.
        look.calendar().ifPresent(calendar -> ledger.calendars().check(commit, calendar));
        due.forEach(calendar -> ledger.due().put(commit, Job.publish(calendar.value()), now));
        return commit.run();
    }

    private void check(EventDraft draft) {
        if (draft.time().isEmpty()) {
            throw new InvalidRequest("The draft of an event says when it takes place", FaultSource.unknown());
        }
        int size = codec.size(draft);
        if (size > MOST_BYTES) {
            throw new InvalidRequest(
                    "The draft of an event takes at most " + MOST_BYTES + " bytes as JSON, and takes " + size
                            + ": link to what is longer",
                    FaultSource.unknown());
        }
    }

    @Override
    public void adopt(HostKey key, EventRef existing) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Gate.Look look = gate.at(existing.calendarId());
            Stored<CalendarRecord> calendar =
                    look.calendar().orElseThrow(() -> new NotFound("There is no such calendar", FaultSource.unknown()));
            if (look.refusal().isPresent()) {
                throw new AccessDenied("The calendar cannot be written to", FaultSource.unknown());
            }
            KnownEvent event = ledger.events().find(existing.calendarId(), Set.of(existing.eventId())).values().stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound(
                            "No such event is stored: sync the calendar, then adopt it", FaultSource.unknown()));
            Known known = ledger.publications().get(key);
            Publication is = known.value();
            if (isAt(is, existing)) {
                return;
            }
            mustBeFree(is, key, existing);
            if (adopt(known, key, event, calendar)) {
                return;
            }
        }
        throw busy();
    }

    private boolean adopt(Known known, HostKey key, KnownEvent event, Stored<CalendarRecord> calendar) {
        Publication is = known.value();
        EventRef ref = event.event().ref();
        EventDraft nothing = EventDraft.builder().build();
        Place place = new Place(
                        ref.calendarId(),
                        is.placeIn(ref.calendarId())
                                .map(last -> last.incarnation() + 1)
                                .orElse(0),
                        ref.eventId(),
                        Place.State.LINKED,
                        Optional.empty(),
                        List.of())
                .linked(ref.eventId(), new Place.Base(nothing, Portrait.of(event.event())));
        Publication wanted = Changes.want(
                is,
                key,
                is.revision(),
                new Publication.Wanted(ref.calendarId(), nothing, Invitations.NONE),
                Errand.NEVER);
        Commit commit = ledger.records().begin();
        ledger.publications().save(commit, known, Changes.place(wanted, place));
        ledger.links().put(commit, ref, key);
        ledger.calendars().check(commit, calendar);
        ledger.audit()
                .append(
                        commit,
                        Keyspace.ownerKey(calendar.value().info().owner()),
                        new AuditEntry(clock.instant(), "host", "event-adopted", target(ref), key.value()));
        return commit.run();
    }

    private void mustBeFree(Publication is, HostKey key, EventRef existing) {
        if (is.wanted().isPresent() || is.places().stream().anyMatch(Place::isOpen)) {
            throw new InvalidRequest("The key is published elsewhere: retract it first", FaultSource.unknown());
        }
        HostKey other = ledger.links()
                .find(existing.calendarId(), Set.of(existing.eventId()))
                .get(existing.eventId());
        boolean taken = other != null
                && !other.equals(key)
                && isAt(ledger.publications().get(other).value(), existing);
        if (taken) {
            throw new InvalidRequest("The event is published under another key", FaultSource.unknown());
        }
    }

    private static boolean isAt(Publication publication, EventRef ref) {
        return publication.openIn(ref.calendarId()).stream()
                .anyMatch(place -> place.eventId().equals(ref.eventId()));
    }

    static String target(EventRef ref) {
        return ref.calendarId().value() + "/" + ref.eventId();
    }

    @Override
    public PublicationStatus status(HostKey key) {
        return Statuses.of(key, ledger.publications().get(key).value());
    }

    @Override
    public <T> EntityPublisher<T> of(Mapping<T> mapping) {
        return new MappedPublisher<>(this, mapping);
    }

    private static ProviderUnavailable busy() {
        return new ProviderUnavailable(
                "The calendar is being changed without pause: try again in a moment", FaultSource.unknown());
    }
}
