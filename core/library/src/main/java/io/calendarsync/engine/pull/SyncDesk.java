package io.calendarsync.engine.pull;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarState;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.Page;
import io.calendarsync.Plan;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.SyncReport;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Paged;
import io.calendarsync.engine.record.Review;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.HostKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Shows what is stored of single calendars, brings them up to date, and decides on what was held back. Thread-safe.
 */
public final class SyncDesk {

    private static final int DECISION_TRIES = 10;

    private final Shelf shelf;
    private final AuditRecords audit;
    private final Previews previews;
    private final Turns turns;
    private final InstantSource clock;

    /**
     * Creates it.
     *
     * @param turns takes a turn at a calendar under its claim
     */
    public SyncDesk(Shelf shelf, AuditRecords audit, Previews previews, Turns turns, InstantSource clock) {
        this.shelf = shelf;
        this.audit = audit;
        this.previews = previews;
        this.turns = turns;
        this.clock = clock;
    }

    /** Returns a stored event. */
    public Optional<Event> event(EventRef ref) {
        return shelf.events().find(ref.calendarId(), Set.of(ref.eventId())).values().stream()
                .map(KnownEvent::event)
                .findFirst();
    }

    /** Returns a page of what is stored of a calendar. */
    public Page<Event> events(CalendarId calendar, Optional<String> after, int limit) {
        Paged<KnownEvent> page = shelf.events().page(calendar, after, limit);
        return new Page<>(page.items().stream().map(KnownEvent::event).toList(), page.next());
    }

    /** Names an event in the host's own terms. */
    public void link(EventRef ref, HostKey key) {
        Stored<CalendarRecord> calendar = calendar(ref.calendarId());
        if (calendar.value().isErased()) {
            throw notFound(ref.calendarId());
        }
        Commit commit = shelf.records().begin();
        shelf.links().put(commit, ref, key);
        shelf.calendars().check(commit, calendar);
        if (!commit.run()) {
            link(ref, key);
        }
    }

    /** Takes a turn at a calendar. */
    public SyncReport syncNow(CalendarId calendar) {
        return turns.takeOne(calendar);
    }

    /** Returns what the next turn would do. */
    public Plan preview(CalendarId id) {
        Stored<CalendarRecord> calendar = calendar(id);
        Optional<Review> held = calendar.value().review().filter(Review::isPlanned);
        if (held.isPresent()) {
            return previews.heldBack(calendar.value(), held.get());
        }
        ConnectionRecord connection = shelf.connections()
                .find(Keyspace.connectionOf(id))
                .map(Stored::value)
                .orElseThrow(() -> notFound(id));
        return previews.ofNextTurn(calendar.value(), connection, clock.instant());
    }

    /** Deletes what a plan held back names. */
    public void confirm(Plan plan) {
        decide(plan, "plan-confirmed", (calendar, review) -> calendar.review(review.confirmed()));
        turns.takeOne(plan.calendar());
    }

    /** Keeps what a plan held back names. */
    public void discard(Plan plan) {
        decide(
                plan,
                "plan-discarded",
                (calendar, review) ->
                        calendar.withoutReview().discarded(review.digest()).state(CalendarState.SYNCED));
    }

    private void decide(Plan plan, String what, Decision decision) {
        for (int attempt = 0; attempt < DECISION_TRIES; attempt++) {
            Stored<CalendarRecord> read = calendar(plan.calendar());
            Review review = read.value()
                    .review()
                    .filter(open -> open.isPlanned() && open.planId().equals(plan.id()))
                    .orElseThrow(() -> new InvalidRequest(
                            "The plan is no longer the calendar's: ask for it again with preview",
                            FaultSource.unknown()));
            Instant now = clock.instant();
            CalendarCommit commit = new CalendarCommit(shelf, read, now);
            String ownerKey = Keyspace.ownerKey(read.value().info().owner());
            String why = review.missing() + " of " + review.stored() + " events were missing";
            audit.append(
                    commit.raw(),
                    ownerKey,
                    new AuditEntry(now, "host", what, plan.calendar().value(), why));
            shelf.due().put(commit.raw(), Job.announce(plan.calendar().value()), now);
            shelf.due().put(commit.raw(), Job.pull(plan.calendar().value()), now);
            try {
                commit.run(decision.apply(read.value(), review), what);
                return;
            } catch (Superseded e) {
                // The calendar moved on between reading and writing: look again whether the plan still is its own.
            }
        }
        throw new ProviderUnavailable(
                "The calendar is being changed without pause: decide again in a moment", FaultSource.unknown());
    }

    private Stored<CalendarRecord> calendar(CalendarId id) {
        return shelf.calendars().find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(CalendarId id) {
        return new NotFound("There is no calendar " + id, FaultSource.unknown());
    }

    /** Takes turns at calendars. */
    public interface Turns {

        /** Takes a turn at a calendar now, under its claim. */
        SyncReport takeOne(CalendarId calendar);
    }

    private interface Decision {
        CalendarRecord apply(CalendarRecord calendar, Review review);
    }
}
