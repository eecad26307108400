package io.calendarsync.engine.pull;

import io.calendarsync.CalendarState;
import io.calendarsync.EventChange;
import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.plan.Guard;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Digest;
import io.calendarsync.engine.record.EventKey;
import io.calendarsync.engine.record.Extents;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Review;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Holds deletions back that look like a mistake, and lets them go when the host, or enough listings, say so.
 * Thread-safe.
 */
final class Reviews {

    private static final Duration AGREEING_SPAN = Duration.ofHours(24);

    private final Shelf shelf;
    private final Rules rules;
    private final Pages pages;
    private final Applier applier;

    Reviews(Shelf shelf, Rules rules, Pages pages, Applier applier) {
        this.shelf = shelf;
        this.rules = rules;
        this.pages = pages;
        this.applier = applier;
    }

    /** Returns whether the host has said that those events are to stay. */
    boolean isDiscarded(CalendarRecord calendar, Missing missing) {
        return digest(missing.suspicious()).equals(calendar.discarded());
    }

    /** Ends a listing whose deletions the host has refused already. */
    Stored<CalendarRecord> keep(Stored<CalendarRecord> read, Round round, Missing missing, Instant now) {
        return end(read, round, missing, now, state -> state.withoutReview().state(CalendarState.SYNCED));
    }

    /** Ends a listing whose deletions are held back. */
    Stored<CalendarRecord> hold(
            Stored<CalendarRecord> read, Round round, Missing missing, Guard.Verdict.Hold hold, Instant now) {
        int gone = missing.suspicious().size();
        CalendarRecord calendar = read.value();
        String digest = digest(missing.suspicious());
        Optional<Review> open =
                calendar.review().filter(review -> review.digest().equals(digest));
        if (open.isPresent()) {
            keepUpToDate(read, open.get().planId(), missing.all());
            Review agreed = open.get().agreedAgain(now.plus(rules.reviewListing()));
            // Also where it had been parked meanwhile: it has been read again, and is where it was.
            return end(
                    read,
                    round,
                    missing,
                    now,
                    state -> state.review(letGoIfAgreed(agreed, now)).state(CalendarState.REVIEW));
        }
        String planId = Long.toString(shelf.records().fresh(), 36);
        write(read, planId, missing.all());
        Duration pause = hold.needed() == 1 ? rules.poll() : rules.reviewListing();
        Review plan = new Review(
                planId,
                digest,
                gone,
                missing.stored(),
                hold.needed(),
                0,
                now,
                now.plus(pause),
                Review.Decision.OPEN,
                round.coverage() == Coverage.SNAPSHOT);
        boolean news = calendar.review().filter(Review::isPlanned).isEmpty();
        return applier.apply(
                read,
                List.of(),
                false,
                now,
                new Applier.Ending(
                        state -> missing.ended(state, round, now)
                                .review(plan)
                                .state(CalendarState.REVIEW)
                                .trouble(Trouble.none()),
                        (commit, state) -> {
                            if (news) {
                                commit.tellReview(planId, gone, missing.stored());
                            }
                        },
                        gone + " of " + missing.stored() + " events are missing"));
    }

    /** More may have left the window since: that goes with the plan as well. */
    private void keepUpToDate(Stored<CalendarRecord> read, String planId, List<EventKey> all) {
        Set<EventKey> named =
                new HashSet<>(shelf.reviews().read(read.value().info().id(), planId));
        if (!named.containsAll(all)) {
            write(read, planId, all);
        }
    }

    private void write(Stored<CalendarRecord> read, String planId, List<EventKey> all) {
        CalendarId id = read.value().info().id();
        if (!shelf.reviews().write(commit -> shelf.calendars().check(commit, read), id, planId, all)) {
            throw new Superseded();
        }
    }

    /** Returns the review after an unchanged snapshot, which agrees with the one it was made from. */
    Optional<Review> agreeUnchanged(CalendarRecord calendar, Instant now) {
        return calendar.review()
                .filter(review -> review.isPlanned() && review.bySnapshot() && isDue(review, now))
                .map(review -> letGoIfAgreed(review.agreedAgain(now.plus(rules.reviewListing())), now));
    }

    /** Returns whether a full listing beside the cursor is due. */
    boolean wantsListing(CalendarRecord calendar, Instant now) {
        return calendar.review()
                .filter(review -> !review.isPlanned() || (!review.bySnapshot() && isDue(review, now)))
                .isPresent();
    }

    /** A listing put further ahead than any is put on purpose was put by a clock that was wrong. */
    private boolean isDue(Review review, Instant now) {
        Duration most = rules.poll().compareTo(rules.reviewListing()) > 0 ? rules.poll() : rules.reviewListing();
        return !now.isBefore(review.listAt()) || review.listAt().isAfter(now.plus(most));
    }

    private static Review letGoIfAgreed(Review agreed, Instant now) {
        Review review = agreed.since().isAfter(now) ? agreed.since(now) : agreed;
        boolean longEnough =
                review.needed() == 1 || !now.isBefore(review.since().plus(AGREEING_SPAN));
        return review.needed() != Guard.NEVER && review.agreed() >= review.needed() && longEnough
                ? review.confirmed()
                : review;
    }

    /**
     * Deletes what a confirmed plan names, as far as it is unchanged and was not seen since. What is passed over is asked
     * for one by one, or where that is too much, left to a new listing.
     */
    Stored<CalendarRecord> carryOut(Stored<CalendarRecord> read, Review review, ProviderSession session, Instant now) {
        CalendarId id = read.value().info().id();
        Stamps seenSince = shelf.seen().read(id, review.planId());
        List<EventKey> named = shelf.reviews().read(id, review.planId());
        Stored<CalendarRecord> held = read;
        List<EventKey> passedOver = new ArrayList<>();
        for (List<EventKey> batch : Sweeper.batches(named)) {
            List<KnownEvent> unchanged = shelf.events().at(id, batch).stream()
                    .filter(known -> !seenSince.containsKey(known.key().id()))
                    .toList();
            Set<String> deleted = new HashSet<>();
            unchanged.forEach(known -> deleted.add(known.key().id()));
            batch.stream().filter(key -> !deleted.contains(key.id())).forEach(passedOver::add);
            held = applyIfAny(
                    held, removals(unchanged, review, read.value().pulse().read()), now);
        }
        boolean list = passedOver.size() > rules.guard().few();
        if (!list) {
            List<KnownEvent> doubtful = shelf.events().nowAt(id, passedOver);
            held = applyIfAny(held, pages.ask(held.value(), doubtful, session), now);
        }
        held = applier.apply(
                held,
                List.of(),
                false,
                now,
                Applier.Ending.of(
                        state -> (list ? state.withoutCursor().withoutRound() : state)
                                .withoutReview()
                                .state(CalendarState.SYNCED),
                        "the plan was carried out"));
        tidy(held);
        return held;
    }

    /** What had ended when a snapshot last did not show it has left; all else is gone. */
    private static List<Action> removals(List<KnownEvent> known, Review review, Instant listed) {
        Instant over = listed.minus(Extents.ANY_ZONE);
        return known.stream()
                .<Action>map(one -> new Action.Remove(
                        one,
                        review.bySnapshot() && one.key().until().isBefore(over)
                                ? EventChange.Kind.LEFT_WINDOW
                                : EventChange.Kind.DELETED))
                .toList();
    }

    private Stored<CalendarRecord> applyIfAny(Stored<CalendarRecord> held, List<Action> actions, Instant now) {
        return actions.isEmpty()
                ? held
                : applier.apply(held, actions, false, now, Applier.Ending.of(state -> state, ""));
    }

    /**
     * Forgets stamps and plans that nothing refers to any more, if the calendar is still as it was read: the stamps of a
     * round somebody else has begun since must stay.
     */
    void tidy(Stored<CalendarRecord> read) {
        CalendarRecord calendar = read.value();
        CalendarId id = calendar.info().id();
        Set<String> stamps = new HashSet<>();
        calendar.round().ifPresent(round -> {
            stamps.add(round.id());
            stamps.add(Pages.goneStamp(round));
        });
        String planId = calendar.review().map(Review::planId).orElse("");
        stamps.add(planId);
        Commit commit = shelf.records().begin();
        boolean any = shelf.seen().keepOnly(commit, id, stamps);
        if (any | shelf.reviews().keepOnly(commit, id, planId)) {
            shelf.calendars().check(commit, read);
            commit.run();
        }
    }

    private Stored<CalendarRecord> end(
            Stored<CalendarRecord> read,
            Round round,
            Missing missing,
            Instant now,
            UnaryOperator<CalendarRecord> besides) {
        return applier.apply(
                read,
                List.of(),
                false,
                now,
                Applier.Ending.of(
                        state -> besides.apply(missing.ended(state, round, now)).trouble(Trouble.none()),
                        "a listing ended well"));
    }

    private static String digest(List<EventKey> missing) {
        StringBuilder ids = new StringBuilder();
        missing.stream().map(EventKey::id).sorted().forEach(id -> ids.append(id).append('\n'));
        return Digest.text(ids.toString());
    }
}
