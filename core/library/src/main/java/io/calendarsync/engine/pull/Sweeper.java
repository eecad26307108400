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
import io.calendarsync.spi.provider.ProviderSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a listing: what is stored and was not seen is gone, unless that looks like a mistake. Thread-safe.
 */
final class Sweeper {

    private static final int EVENTS_A_BATCH = 200;

    /** By less than this a node's clock and what is believed of the time may differ in any round. */
    private static final Duration PUNCTUAL = Duration.ofHours(1);

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
        Missing missing = missing(id, round, seen, now);
        int before = missing.gone().isEmpty() ? 0 : round.deleted();
        Guard.Verdict verdict = rules.guard()
                .judge(
                        missing.decided() + before,
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
        if (!reviews.isDiscarded(read.value(), missing)) {
            return reviews.hold(read, round, missing, hold, now);
        }
        Stored<CalendarRecord> left = missing.gone().isEmpty() ? read : leave(read, missing.left(), now);
        return reviews.keep(left, round, missing, now);
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
                        state -> settled(missing.ended(state, round, now), missing)
                                .trouble(Trouble.none()),
                        "a listing ended well"));
    }

    /**
     * A plan, and what the host said of it, stand until it is known of every missing event what it is.
     */
    private static CalendarRecord settled(CalendarRecord state, Missing missing) {
        if (missing.undecided() == 0) {
            return state.withoutReview().discarded("").state(CalendarState.SYNCED);
        }
        return state.withoutCursor().state(state.review().isPresent() ? CalendarState.REVIEW : CalendarState.SYNCED);
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

    /**
     * What ended by this node's clock, and not by what is believed of the time, is left to a later listing: a feed may
     * well have dropped it because it is over.
     */
    private Missing missing(CalendarId id, Round round, Stamps seen, Instant now) {
        List<EventKey> gone = new ArrayList<>();
        List<EventKey> left = new ArrayList<>();
        AtomicInteger stored = new AtomicInteger();
        Instant ended = round.coverage() == Coverage.SNAPSHOT
                ? round.span().asOf()
                : round.span().from();
        Instant over = ended.minus(Extents.ANY_ZONE);
        Duration lag = Duration.between(round.span().asOf(), now);
        Instant perhapsOver = lag.compareTo(PUNCTUAL) > 0 ? over.plus(lag) : over;
        AtomicInteger undecided = new AtomicInteger();
        shelf.events().eachKey(id, key -> {
            stored.incrementAndGet();
            if (seen.containsKey(key.id())) {
                return;
            }
            if (key.until().isBefore(over)) {
                left.add(key);
            } else if (key.until().isBefore(perhapsOver)) {
                undecided.incrementAndGet();
            } else {
                gone.add(key);
            }
        });
        List<EventKey> withOverrides = new ArrayList<>(gone);
        if (isAskedFor(round, gone)) {
            withOverrides.addAll(overrides(id, gone, seen));
        }
        return new Missing(gone, withOverrides, left, undecided.get(), stored.get());
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

    static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += EVENTS_A_BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + EVENTS_A_BATCH)));
        }
        return batches;
    }
}
