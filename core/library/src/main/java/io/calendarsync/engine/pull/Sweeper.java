package io.calendarsync.engine.pull;

import io.calendarsync.CalendarState;
import io.calendarsync.EventChange;
import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.plan.Guard;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.EventKey;
import io.calendarsync.engine.record.Extents;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Round;
import io.calendarsync.engine.record.Stamps;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.Trouble;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Ends a listing: what is stored and was not seen is gone, unless that looks like a mistake. Thread-safe.
 */
final class Sweeper {

    private static final int EVENTS_A_BATCH = 200;

    private final Shelf shelf;
    private final Rules rules;
    private final Pages pages;
    private final Applier applier;
    private final Reviews reviews;

    Sweeper(Shelf shelf, Rules rules, Pages pages, Applier applier, Reviews reviews) {
        this.shelf = shelf;
        this.rules = rules;
        this.pages = pages;
        this.applier = applier;
        this.reviews = reviews;
    }

    /** Ends the round, and returns what is then stored. */
    Stored<CalendarRecord> sweep(Stored<CalendarRecord> read, Round round, ProviderSession session, Instant now) {
        CalendarRecord calendar = read.value();
        CalendarId id = calendar.info().id();
        Stamps seen = shelf.seen().read(id, round.id());
        Missing missing = missing(id, round, seen);
        int before = missing.gone().isEmpty() ? 0 : round.deleted();
        Guard.Verdict verdict = rules.guard()
                .judge(
                        missing.stored() + before,
                        seen.size(),
                        missing.goneWithOverrides().size() + before,
                        missing.left().size());
        Stored<CalendarRecord> left = verdict instanceof Guard.Verdict.Hold hold
                ? hold(read, round, missing, hold, now)
                : remove(read, round, missing, session, now);
        reviews.tidy(left);
        return left;
    }

    /** What merely left the window is held back as well, until the host has said that the listing is to be believed. */
    private Stored<CalendarRecord> hold(
            Stored<CalendarRecord> read, Round round, Missing missing, Guard.Verdict.Hold hold, Instant now) {
        List<EventKey> held = missing.gone().isEmpty() ? missing.left() : missing.goneWithOverrides();
        if (!reviews.isDiscarded(read.value(), held)) {
            return reviews.hold(read, round, held, missing.all(), missing.stored(), hold, now);
        }
        Stored<CalendarRecord> left = missing.gone().isEmpty() ? read : leave(read, missing.left(), now);
        return reviews.keep(left, round, now);
    }

    private Stored<CalendarRecord> leave(Stored<CalendarRecord> read, List<EventKey> left, Instant now) {
        Stored<CalendarRecord> held = read;
        for (List<EventKey> batch : batches(left)) {
            List<KnownEvent> known = shelf.events().at(read.value().info().id(), batch);
            held = applyIfAny(held, removals(known, EventChange.Kind.LEFT_WINDOW), now);
        }
        return held;
    }

    private Stored<CalendarRecord> remove(
            Stored<CalendarRecord> read, Round round, Missing missing, ProviderSession session, Instant now) {
        Stored<CalendarRecord> held = read;
        CalendarId id = read.value().info().id();
        boolean confirm = isAskedFor(round, missing.gone());
        for (List<EventKey> batch : batches(missing.gone())) {
            List<KnownEvent> known = shelf.events().at(id, batch);
            List<Action> actions =
                    confirm ? pages.ask(held.value(), known, session) : removals(known, EventChange.Kind.DELETED);
            held = applyIfAny(held, actions, now);
        }
        held = leave(held, missing.left(), now);
        return applier.apply(
                held,
                List.of(),
                false,
                now,
                Applier.Ending.of(
                        state -> ended(state, round, now)
                                .withoutReview()
                                .discarded("")
                                .state(CalendarState.SYNCED)
                                .trouble(Trouble.none()),
                        "a listing ended well"));
    }

    private Stored<CalendarRecord> applyIfAny(Stored<CalendarRecord> held, List<Action> actions, Instant now) {
        return actions.isEmpty()
                ? held
                : applier.apply(held, actions, false, now, Applier.Ending.of(state -> state, ""));
    }

    static List<Action> removals(List<KnownEvent> known, EventChange.Kind kind) {
        return known.stream().<Action>map(one -> new Action.Remove(one, kind)).toList();
    }

    /** Few events that a listing did not show are asked for one by one: it may have missed what changed meanwhile. */
    private boolean isAskedFor(Round round, List<EventKey> gone) {
        return round.coverage() == Coverage.LISTING
                && gone.size() <= rules.guard().few();
    }

    private Missing missing(CalendarId id, Round round, Stamps seen) {
        List<EventKey> gone = new ArrayList<>();
        List<EventKey> left = new ArrayList<>();
        AtomicInteger stored = new AtomicInteger();
        Instant ended = round.coverage() == Coverage.SNAPSHOT
                ? round.span().asOf()
                : round.span().from();
        shelf.events().eachKey(id, key -> {
            stored.incrementAndGet();
            if (!seen.containsKey(key.id())) {
                boolean hasLeft = key.until().isBefore(ended.minus(Extents.ANY_ZONE));
                (hasLeft ? left : gone).add(key);
            }
        });
        List<EventKey> withOverrides = new ArrayList<>(gone);
        if (isAskedFor(round, gone)) {
            withOverrides.addAll(overrides(id, gone, seen));
        }
        return new Missing(gone, withOverrides, left, stored.get());
    }

    /** Overrides that were shown go all the same, with series that are asked for and gone. */
    private List<EventKey> overrides(CalendarId id, List<EventKey> gone, Stamps seen) {
        Set<String> overrides = new LinkedHashSet<>();
        shelf.events().nowAt(id, gone).stream()
                .map(known -> known.event().ref().eventId())
                .forEach(series -> overrides.addAll(shelf.events().overridesOf(id, series)));
        return shelf.events().find(id, overrides).values().stream()
                .map(KnownEvent::key)
                .filter(key -> seen.containsKey(key.id()))
                .toList();
    }

    /** Returns the state after a listing has ended. */
    static CalendarRecord ended(CalendarRecord state, Round round, Instant now) {
        CalendarRecord next = state.withoutRound()
                .unendedDeletions(0)
                .pulse(state.pulse().read(state.believable(now)).listed());
        return round.at() instanceof Position.Cursor cursor ? next.cursor(cursor) : next;
    }

    static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += EVENTS_A_BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + EVENTS_A_BATCH)));
        }
        return batches;
    }

    /**
     * What a listing did not show.
     *
     * @param gone what is gone, as far as the listing shows
     * @param goneWithOverrides that, and the overrides that go along although they were shown
     * @param left what merely left its window
     * @param stored how many events are stored
     */
    private record Missing(List<EventKey> gone, List<EventKey> goneWithOverrides, List<EventKey> left, int stored) {

        /** Returns all of it: what merely left goes along with what is gone. */
        List<EventKey> all() {
            return Stream.concat(goneWithOverrides.stream(), left.stream()).toList();
        }
    }
}
