package io.calendarsync.engine.pull;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.EventKey;
import io.calendarsync.engine.record.Extents;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.HostKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a calendar's records tidy: forgets long ended events the host has not linked, lets logs and the audit trail be
 * purged, removes what crashes left behind, and rings for a reading that was forgotten. Nobody is told of an event that is
 * forgotten: it has not changed at the provider. Thread-safe.
 */
public final class Tidying {

    /** Looks closer together than this may be by one wrong clock, tried again after a failure. */
    private static final Duration APART = Duration.ofHours(10);

    private final Shelf shelf;
    private final Rules rules;
    private final Reviews reviews;
    private final Duration keep;
    private final LogPurge purge;

    /**
     * Creates it.
     *
     * @param keep how long after their end events are kept
     * @param purge purges the calendar's log, given what time it is
     */
    public Tidying(Shelf shelf, Rules rules, Observing observing, Duration keep, LogPurge purge) {
        this.shelf = shelf;
        this.rules = rules;
        this.reviews = observing.reviews();
        this.keep = keep;
        this.purge = purge;
    }

    /** Purges the log of a calendar, and its owner's. */
    public interface LogPurge {

        /** Purges what need not be kept at that time. */
        void purge(Stored<CalendarRecord> calendar, Instant now);
    }

    /** Tidies up; returns whether the calendar is still there. */
    public boolean tidy(CalendarId id, Instant clock) {
        Optional<Stored<CalendarRecord>> found = shelf.calendars().find(id);
        if (found.isEmpty() || found.get().value().isErased()) {
            return false;
        }
        shelf.due().ring(Job.pull(id.value()), clock.plus(rules.pollCeiling()));
        try {
            Stored<CalendarRecord> read = found.get();
            Instant before = read.value().tidied();
            reviews.tidy(read);
            Instant by = read.value().tidiedBy();
            if (!clock.isBefore(by) && clock.isBefore(by.plus(APART))) {
                return true;
            }
            Instant now = agreed(before, clock);
            read = new CalendarCommit(shelf, read, clock).run(read.value().tidied(clock), "");
            read = forget(read, now.minus(keep), clock);
            purge.purge(read, now);
        } catch (Superseded e) {
            // The calendar is being read just now: it is tidied the next time.
        }
        return true;
    }

    /**
     * One clock alone is not believed: what is to be forgotten was long over at the last tidying already, by the clock of
     * whichever node did that. A node whose clock ran years ahead for a moment forgets nothing.
     */
    private static Instant agreed(Instant tidied, Instant clock) {
        return clock.isAfter(tidied) ? tidied : clock;
    }

    private Stored<CalendarRecord> forget(Stored<CalendarRecord> read, Instant horizon, Instant clock) {
        if (!horizon.isAfter(read.value().horizon())) {
            return read;
        }
        CalendarId id = read.value().info().id();
        List<EventKey> ended = new ArrayList<>();
        shelf.events().eachKey(id, key -> {
            if (key.until().plus(Extents.ANY_ZONE).isBefore(horizon)) {
                ended.add(key);
            }
        });
        Stored<CalendarRecord> held =
                new CalendarCommit(shelf, read, clock).run(read.value().horizon(horizon), "");
        for (List<EventKey> batch : Sweeper.batches(ended)) {
            List<KnownEvent> events = shelf.events().at(id, batch);
            Map<String, HostKey> links = shelf.links()
                    .find(
                            id,
                            events.stream()
                                    .map(known -> known.event().ref().eventId())
                                    .toList());
            CalendarCommit commit = new CalendarCommit(shelf, held, clock);
            for (KnownEvent known : events) {
                if (!links.containsKey(known.event().ref().eventId())) {
                    if (!commit.fitsOneMore()) {
                        held = commit.run(held.value(), "");
                        commit = new CalendarCommit(shelf, held, clock);
                    }
                    commit.forget(known);
                }
            }
            held = commit.run(held.value(), "");
        }
        return held;
    }
}
