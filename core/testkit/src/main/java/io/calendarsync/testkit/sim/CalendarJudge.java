package io.calendarsync.testkit.sim;

import io.calendarsync.CalendarChange;
import io.calendarsync.EventChange;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.Event;
import io.calendarsync.spi.store.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges what a commit does to a calendar: what changes is told in the same commit, once and truly, and nothing else is
 * told; transitions are told too; what is stored has been the provider's.
 */
final class CalendarJudge {

    private final Function<String, Past> pasts;
    private final DeletionJudge deletions;
    private final HorizonJudge horizon;

    CalendarJudge(Function<String, Past> pasts, DeletionJudge deletions, HorizonJudge horizon) {
        this.pasts = pasts;
        this.deletions = deletions;
        this.horizon = horizon;
    }

    void judge(CalendarCommitView commit, List<Write> batch) {
        if (commit.before.map(CalendarView::isErased).orElse(false)) {
            return;
        }
        if (commit.before.isEmpty()) {
            require(commit.eventsAfter.isEmpty(), "an event was written to a calendar that is not there: " + commit.id);
            return;
        }
        boolean writes = !commit.touched().isEmpty() || !commit.entries.isEmpty();
        require(!writes || commit.stateWritten, "a calendar was written to without its state: " + commit.id);
        if (commit.after.isEmpty()) {
            return;
        }
        CalendarView before = commit.before.get();
        CalendarView after = commit.after.get();
        numbers(commit, before, after);
        transitions(commit, before, after);
        require(
                !after.readsAgain(before),
                "a listing was begun anew with the stamps of the one that was broken off: " + commit.id);
        Past past = pasts.apply(before.remoteId());
        told(commit, past, after);
        deletions.judge(commit, before, after, past, batch);
    }

    private static void numbers(CalendarCommitView commit, CalendarView before, CalendarView after) {
        require(before.epoch().equals(after.epoch()), "a log changed its epoch: " + commit.id);
        require(
                after.last() == before.last() + commit.entries.size(),
                "a log's head moved from " + before.last() + " to " + after.last() + " with " + commit.entries.size()
                        + " entries");
        require(after.purged() >= before.purged(), "a log's purged entries came back");
    }

    private static void transitions(CalendarCommitView commit, CalendarView before, CalendarView after) {
        boolean told = commit.entries.stream()
                .filter(CalendarChange.class::isInstance)
                .map(CalendarChange.class::cast)
                .anyMatch(change -> change.after().name().equals(after.state())
                        && change.before().name().equals(before.state()));
        require(
                before.state().equals(after.state()) || told,
                "a calendar went from " + before.state() + " to " + after.state() + " and nobody is told");
        boolean planned = after.review().isPlanned() && !before.review().isPlanned();
        boolean toldReview = commit.entries.stream().anyMatch(ReviewNeeded.class::isInstance);
        require(!planned || toldReview, "deletions were held back and nobody is told");
    }

    private void told(CalendarCommitView commit, Past past, CalendarView after) {
        Map<String, EventChange> changes = new HashMap<>();
        for (SyncEvent entry : commit.entries) {
            if (entry instanceof EventChange change) {
                EventChange twice = changes.put(change.event().ref().eventId(), change);
                require(twice == null, "one commit tells twice of " + name(change.event()));
            }
        }
        for (String id : commit.touched()) {
            Optional<Event> was = Optional.ofNullable(commit.eventsBefore.get(id));
            Optional<Event> is = Optional.ofNullable(commit.eventsAfter.get(id));
            Optional<EventChange> change = Optional.ofNullable(changes.remove(id));
            is.ifPresent(event -> known(event, was, past));
            if (was.isPresent() && is.isPresent() && Contents.same(was.get(), is.get())) {
                require(change.isEmpty(), "nothing changed and a change is told of " + name(is.get()));
            } else if (change.isPresent()) {
                truthful(change.get(), was, is);
                horizon.told(change.get(), after);
            } else {
                require(
                        was.isPresent() && is.isEmpty() && horizon.mayForget(was.get(), after),
                        "a difference is told to nobody: "
                                + was.or(() -> is).map(CalendarJudge::name).orElse(id));
            }
        }
        require(changes.isEmpty(), "a change is told that is not made: " + changes.keySet());
    }

    private static void truthful(EventChange change, Optional<Event> was, Optional<Event> is) {
        String name = name(change.event());
        require(same(change.before(), was), "told another state before than there was: " + name);
        require(same(change.after(), is), "told another state after than there is: " + name);
        EventChange.Kind kind = change.kind();
        boolean fits = is.isEmpty()
                ? kind == EventChange.Kind.DELETED || kind == EventChange.Kind.LEFT_WINDOW
                : was.isEmpty()
                        ? kind == EventChange.Kind.CREATED || kind == EventChange.Kind.ENTERED_WINDOW
                        : kind == EventChange.Kind.UPDATED;
        require(fits, "told as " + kind + ": " + name);
    }

    private static boolean same(Optional<Event> told, Optional<Event> true_) {
        if (told.isEmpty() || true_.isEmpty()) {
            return told.isEmpty() && true_.isEmpty();
        }
        return Contents.isCut(told.get()) || Contents.same(told.get(), true_.get());
    }

    /** What is stored was the provider's at some time, and never goes back to an older version. */
    private static void known(Event event, Optional<Event> was, Past past) {
        require(Contents.isCut(event) || past.ever(event), "stored what the provider never had: " + name(event));
        long before = was.map(CalendarJudge::version).orElse(0L);
        long now = version(event);
        require(
                now == 0 || now >= before || !ordered(past, event) || tied(past, event, was),
                "went back from version " + before + " to " + now + ": " + name(event));
    }

    /** Of two versions of one moment nobody can tell which is the later, where one was fetched and pages lag behind. */
    private static boolean tied(Past past, Event event, Optional<Event> was) {
        return !past.calendar().behaviour().replicationLag().isZero()
                && was.map(one -> one.revision().updated())
                        .equals(Optional.of(event.revision().updated()));
    }

    /** Returns whether what such a provider answers never comes in another order than it happened. */
    private static boolean ordered(Past past, Event event) {
        var behaviour = past.calendar().behaviour();
        return event.revision().updated().isPresent()
                || (behaviour.replicationLag().isZero() && behaviour.paging().live());
    }

    /** Returns the number of the edit that a version tag names, 0 for none. */
    private static long version(Event event) {
        String etag = event.revision().etag();
        return etag.startsWith("\"v") ? Long.parseLong(etag.substring(2, etag.length() - 1)) : 0;
    }

    static String name(Event event) {
        return event.ref().eventId() + " '" + (event.title().length() > 40 ? "..." : event.title()) + "'";
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }
}
