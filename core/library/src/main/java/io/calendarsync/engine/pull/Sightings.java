package io.calendarsync.engine.pull;

import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.plan.PagePlan;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Review;
import io.calendarsync.engine.record.Round;
import io.calendarsync.engine.record.Sighting;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applies what a write path saw of a calendar as if a page had shown it: planned against what is stored, told, stamped for
 * the round under way, in one commit with whatever the write itself has to remember. Thread-safe.
 */
public final class Sightings {

    private final Shelf shelf;
    private final Pages pages;
    private final InstantSource clock;

    /** Creates it. */
    public Sightings(Shelf shelf, Observing observing, InstantSource clock) {
        this.shelf = shelf;
        this.pages = observing.pages();
        this.clock = clock;
    }

    /**
     * Applies it.
     *
     * @param read the calendar as it was read before the provider was asked
     * @return what is then stored; absent where the calendar moved on and nothing was written: what was seen is to be
     *     dropped and asked for again
     */
    public Optional<Stored<CalendarRecord>> apply(Stored<CalendarRecord> read, Sighting sighting) {
        try {
            return Optional.of(commit(read, sighting));
        } catch (Superseded e) {
            return Optional.empty();
        }
    }

    private Stored<CalendarRecord> commit(Stored<CalendarRecord> read, Sighting sighting) {
        PagePlan plan = pages.saw(read.value(), sighting);
        Stored<CalendarRecord> held = read;
        Map<String, HostKey> links = new HashMap<>();
        Pages.ids(plan.actions()).forEach(id -> links.put(id, sighting.hostKey()));
        CalendarCommit commit = new CalendarCommit(shelf, held, clock.instant());
        for (Action action : plan.actions()) {
            if (!commit.fitsOneMoreBesidesAWrite()) {
                held = commit.runMidway();
                commit = new CalendarCommit(shelf, held, clock.instant());
            }
            commit.add(action, false, links);
        }
        sighting.entries().forEach(commit::tell);
        CalendarRecord next = stamp(commit, held.value(), plan);
        sighting.besides().accept(commit.raw());
        return commit.run(next, "");
    }

    /** A round under way takes it for seen on one of its pages (history H3). */
    private CalendarRecord stamp(CalendarCommit commit, CalendarRecord state, PagePlan plan) {
        CalendarId id = state.info().id();
        Optional<Review> review = state.review().filter(Review::isPlanned);
        if (review.isPresent() && !plan.present().isEmpty()) {
            shelf.seen().stamp(commit.raw(), id, review.get().planId(), plan.present());
        }
        Optional<Round> round = state.round();
        if (round.isEmpty()) {
            return state;
        }
        if (!plan.present().isEmpty()) {
            shelf.seen().stamp(commit.raw(), id, round.get().id(), plan.present());
        }
        if (plan.gone().isEmpty()) {
            return state;
        }
        shelf.seen().stamp(commit.raw(), id, Pages.goneStamp(round.get()), plan.gone());
        return state.round(round.get().seeingGone());
    }
}
