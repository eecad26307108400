package io.calendarsync.engine.pull;

import io.calendarsync.CalendarState;
import io.calendarsync.EventChange;
import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.plan.PagePlan;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Review;
import io.calendarsync.engine.record.Round;
import io.calendarsync.engine.record.Stamps;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.Trouble;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes a calendar one step on: a page of a delta or listing, the drain after a listing, or the sweep that ends it.
 * Thread-safe.
 */
public final class Rounds {

    private final Shelf shelf;
    private final Rules rules;
    private final Pages pages;
    private final Applier applier;
    private final Reviews reviews;
    private final Sweeper sweeper;

    Rounds(Shelf shelf, Rules rules, Pages pages, Applier applier, Reviews reviews, Sweeper sweeper) {
        this.shelf = shelf;
        this.rules = rules;
        this.pages = pages;
        this.applier = applier;
        this.reviews = reviews;
        this.sweeper = sweeper;
    }

    /**
     * What a step came to.
     *
     * @param left the calendar as it is now stored
     * @param ended whether the round is over
     * @param news when the oldest change was made that somebody else made and this step found, absent where there is none
     *     or a pause of ours may be why it was not found before
     */
    record Step(Stored<CalendarRecord> left, boolean ended, Optional<Instant> news) {
        Step(Stored<CalendarRecord> left, boolean ended) {
            this(left, ended, Optional.empty());
        }
    }

    /**
     * Takes one step. A step that ends a round in which nothing was found ends the job with it.
     *
     * @param goesOn whether another step follows it where the round has not ended
     */
    Step step(Stored<CalendarRecord> read, ProviderSession session, Instant now, JobEnd job, boolean goesOn) {
        CalendarRecord calendar = read.value();
        Optional<Review> confirmed = calendar.review().filter(review -> review.decision() == Review.Decision.CONFIRMED);
        if (confirmed.isPresent()) {
            return new Step(reviews.carryOut(read, confirmed.get(), session, now), false);
        }
        Round round = calendar.round().orElseGet(() -> begin(calendar, now));
        if (round.phase() == Round.Phase.SWEEPING) {
            return new Step(sweeper.sweep(read, round, session, now), true);
        }
        return page(read, round, session, now, job, goesOn);
    }

    private Round begin(CalendarRecord calendar, Instant clock) {
        Instant now = calendar.believable(clock);
        SyncWindow window = new SyncWindow(now.minus(rules.past()), now.plus(rules.future()));
        Round.Span span = new Round.Span(now, window);
        long random = shelf.records().fresh();
        if (calendar.cursor().isPresent() && !reviews.wantsListing(calendar, now)) {
            return Round.begin(random, Coverage.CHANGES, calendar.cursor().get(), span)
                    .counting(calendar.unendedDeletions());
        }
        return Round.begin(random, Coverage.LISTING, new Position.Start(window), span)
                .counting(calendar.unendedDeletions());
    }

    private Step page(
            Stored<CalendarRecord> read,
            Round begun,
            ProviderSession session,
            Instant now,
            JobEnd job,
            boolean goesOn) {
        CalendarRecord calendar = read.value();
        ChangePage page = session.changes(calendar.info().remoteId(), begun.at());
        if (!fits(begun, page.coverage())) {
            return new Step(restart(read, now), false);
        }
        if (goesOn && !page.isLast()) {
            session.ahead(calendar.info().remoteId(), page.next());
        }
        Round round = begun.phase() == Round.Phase.READING ? begun.covering(page.coverage()) : begun;
        PagePlan plan = pages.plan(calendar, round, page.changes(), session);
        boolean delta = page.coverage() == Coverage.CHANGES;
        boolean trips = delta && !allowed(calendar, round, plan);
        boolean drains = round.phase() == Round.Phase.DRAINING;
        if (trips && drains && contradicts(calendar, round, plan)) {
            // Not at once: a source that repeats old tombstones would keep this node busy with nothing else.
            return new Step(restart(read, now), true);
        }
        // What a listing or its drain says is gone is not stamped, so the sweep and its guard decide.
        boolean suspicious = trips && !drains;
        boolean removes = delta && !trips;
        List<Action> actions = removes ? plan.actions() : withoutRemovals(plan.actions());
        Round next =
                next(round, page, removes ? plan.deletions() : 0, !plan.gone().isEmpty());
        boolean ended = page.isLast() && !round.isListing();
        boolean idle = ended && !trips && round.pages() == 0 && actions.isEmpty();
        boolean initial = round.isListing() && calendar.pulse().generations() == 0;
        Stored<CalendarRecord> left = applier.apply(
                read,
                actions,
                initial,
                now,
                new Applier.Ending(
                        state -> after(state, page, next, ended, suspicious, now),
                        (commit, state) -> stamp(commit, state, round, plan, page.isLast()),
                        suspicious ? "a run of deletions looks like a mistake" : "",
                        idle ? job::run : (commit, state) -> commit.run()));
        if (ended && round.pages() > 0) {
            reviews.tidy(left);
        }
        boolean punctual = calendar.isListed() && calendar.trouble().failures() == 0;
        return new Step(left, ended && !trips, punctual ? oldest(actions) : Optional.empty());
    }

    private static Optional<Instant> oldest(List<Action> actions) {
        return actions.stream().map(Rounds::changed).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Optional<Instant> changed(Action action) {
        if (action instanceof Action.Create create && create.origin() == EventChange.Origin.EXTERNAL) {
            return create.after().revision().updated();
        }
        if (action instanceof Action.Update update && update.origin() == EventChange.Origin.EXTERNAL) {
            return update.after().revision().updated();
        }
        return Optional.empty();
    }

    /** Returns whether a page adds up to the same as the pages before it. */
    private static boolean fits(Round round, Coverage coverage) {
        return switch (round.phase()) {
            case READING -> round.pages() == 0 || coverage == round.coverage();
            case DRAINING -> coverage == Coverage.CHANGES;
            case SWEEPING -> false;
        };
    }

    private boolean allowed(CalendarRecord calendar, Round round, PagePlan plan) {
        int storedBefore = calendar.pulse().events() + round.deleted();
        return rules.guard().allows(storedBefore, round.deleted(), plan.deletions());
    }

    /** What the listing showed and its drain says is gone, the sweep would keep. */
    private boolean contradicts(CalendarRecord calendar, Round round, PagePlan plan) {
        Stamps shown = shelf.seen().read(calendar.info().id(), round.id());
        return plan.gone().stream().anyMatch(shown::containsEvent);
    }

    private static Round next(Round round, ChangePage page, int deleted, boolean gone) {
        Round.Phase phase = round.phase();
        if (page.isLast() && round.isListing()) {
            boolean drain = phase == Round.Phase.READING && round.coverage() == Coverage.LISTING;
            phase = drain ? Round.Phase.DRAINING : Round.Phase.SWEEPING;
        }
        return round.turn(phase, page.next(), deleted, gone);
    }

    private CalendarRecord after(
            CalendarRecord state, ChangePage page, Round next, boolean ended, boolean trips, Instant now) {
        CalendarRecord read = state.noted(page.notes()).pulse(state.pulse().tried(now));
        if (trips) {
            // Also where a plan is open: it names other events, and what it does not name would stay for ever.
            read = read.review(Review.unplanned(read.pulse().events(), now));
        }
        if (!ended) {
            CalendarRecord reading = read.round(next);
            return read.state() == CalendarState.NEW ? reading.state(CalendarState.LISTING) : reading;
        }
        CalendarRecord done = read.withoutRound()
                .unendedDeletions(0)
                .cursor((Position.Cursor) next.at())
                .trouble(Trouble.none())
                .readAt(now);
        if (page.changes().isEmpty()) {
            done = reviews.agreeUnchanged(done, now).map(done::review).orElse(done);
        }
        return done.state(done.review().isPresent() ? CalendarState.REVIEW : CalendarState.SYNCED);
    }

    private void stamp(CalendarCommit commit, CalendarRecord state, Round round, PagePlan plan, boolean last) {
        CalendarId id = state.info().id();
        boolean remember = round.isListing() || !last;
        if (remember && !plan.present().isEmpty()) {
            shelf.seen().stamp(commit.raw(), id, round.id(), plan.present());
        }
        if (remember && !plan.gone().isEmpty()) {
            shelf.seen().stamp(commit.raw(), id, Pages.goneStamp(round), plan.gone());
        }
        Optional<Review> review = state.review().filter(Review::isPlanned);
        if (review.isPresent() && !plan.present().isEmpty()) {
            shelf.seen().stamp(commit.raw(), id, review.get().planId(), plan.present());
        }
    }

    private static List<Action> withoutRemovals(List<Action> actions) {
        return actions.stream()
                .filter(action -> !(action instanceof Action.Remove))
                .toList();
    }

    /**
     * Falls back after a position was refused: from a page to where its round began, from there to a new listing. What
     * was applied so far stays.
     */
    Stored<CalendarRecord> fallBack(Stored<CalendarRecord> read) {
        CalendarRecord calendar = read.value();
        Optional<Round> round = calendar.round();
        Instant now = round.map(Round::span)
                .map(Round.Span::asOf)
                .orElse(calendar.pulse().tried());
        if (round.isPresent()
                && round.get().at() instanceof Position.NextPage page
                && page.base() instanceof Position.Cursor base) {
            Round refused = round.get();
            boolean draining = refused.phase() == Round.Phase.DRAINING;
            return applier.apply(
                    read,
                    List.of(),
                    false,
                    now,
                    Applier.Ending.of(
                            state -> draining
                                    ? state.round(refused.turn(Round.Phase.DRAINING, base, 0, false))
                                    : brokenOff(state).cursor(base),
                            "a page was refused"));
        }
        return restart(read, now);
    }

    /** What a round deleted counts on, so that breaking it off does not let the next delete as many again. */
    private static CalendarRecord brokenOff(CalendarRecord state) {
        int deleted = state.round().map(Round::deleted).orElse(state.unendedDeletions());
        return state.withoutRound().unendedDeletions(deleted);
    }

    private Stored<CalendarRecord> restart(Stored<CalendarRecord> read, Instant now) {
        return applier.apply(
                read,
                List.of(),
                false,
                now,
                Applier.Ending.of(state -> brokenOff(state).withoutCursor(), "the position was lost"));
    }
}
