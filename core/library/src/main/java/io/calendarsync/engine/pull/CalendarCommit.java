package io.calendarsync.engine.pull;

import io.calendarsync.CalendarChange;
import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.LogPosition;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.record.CalendarInfo;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.Event;
import io.calendarsync.model.HostKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * One commit of a calendar in the making: events, what is told of them, and the calendar's state, whose expected version
 * is the fence and whose log head numbers the entries. Confined.
 */
final class CalendarCommit {

    /** The most records one action touches, and the most that come with any commit. */
    private static final int RECORDS_AN_ACTION = 5;

    private static final int RECORDS_BESIDES = 5;
    private static final int RECORDS_BESIDES_A_WRITE = 18;

    private final Shelf shelf;
    private final Stored<CalendarRecord> read;
    private final Instant now;
    private final Commit commit;
    private LogHead head;
    private int difference;
    private boolean told;
    private boolean any;

    CalendarCommit(Shelf shelf, Stored<CalendarRecord> read, Instant now) {
        this.shelf = shelf;
        this.read = read;
        this.now = now;
        this.commit = shelf.records().begin();
        this.head = read.value().log();
    }

    /** Returns the commit, to add records of other kinds: at most three. */
    Commit raw() {
        return commit;
    }

    boolean fitsOneMore() {
        return commit.fits(RECORDS_AN_ACTION + RECORDS_BESIDES);
    }

    boolean fitsOneMoreBesidesAWrite() {
        return commit.fits(RECORDS_AN_ACTION + RECORDS_BESIDES_A_WRITE);
    }

    /** Tells something else than changes of events. */
    void tell(BiFunction<LogPosition, Instant, SyncEvent> entry) {
        head = head.next();
        told = true;
        shelf.log()
                .append(
                        commit,
                        entry.apply(head.position(read.value().info().id().value()), now));
    }

    void add(Action action, boolean initial, Map<String, HostKey> links) {
        any = true;
        if (action instanceof Action.Create create) {
            difference++;
            put(create.after(), create.fingerprint(), Optional.empty());
            tell(
                    create.kind(),
                    Optional.empty(),
                    Optional.of(create.after()),
                    Difference.none(),
                    new EventChange.Provenance(create.origin(), hostKey(create.after(), links), initial));
        } else if (action instanceof Action.Update update) {
            put(update.after(), update.fingerprint(), Optional.of(update.before()));
            tell(
                    EventChange.Kind.UPDATED,
                    Optional.of(update.before().event()),
                    Optional.of(update.after()),
                    update.difference(),
                    new EventChange.Provenance(update.origin(), hostKey(update.after(), links), false));
        } else if (action instanceof Action.Refresh refresh) {
            put(refresh.after(), refresh.fingerprint(), Optional.of(refresh.before()));
        } else if (action instanceof Action.Remove remove) {
            difference--;
            shelf.events().delete(commit, remove.before());
            Event before = remove.before().event();
            tell(
                    remove.kind(),
                    Optional.of(before),
                    Optional.empty(),
                    Difference.none(),
                    new EventChange.Provenance(remove.origin(), hostKey(before, links), false));
        }
    }

    /** Removes an event nobody is told of. */
    void forget(KnownEvent known) {
        any = true;
        difference--;
        shelf.events().delete(commit, known);
    }

    void tellReview(String planId, int deletions, int stored) {
        CalendarInfo calendar = read.value().info();
        tell((position, at) ->
                new ReviewNeeded(position, calendar.owner(), at, calendar.id(), planId, deletions, stored));
    }

    /** Makes it happen as a part of what belongs together; returns what is then stored. */
    Stored<CalendarRecord> runMidway() {
        return run(read.value().torn(), "");
    }

    /**
     * Makes it happen.
     *
     * @param next the state to be left, but for its log head and event count
     * @return what is then stored
     * @throws Superseded if the calendar is no longer as it was read
     */
    Stored<CalendarRecord> run(CalendarRecord next, String why) {
        return run(next, why, (last, left) -> last.run());
    }

    /**
     * Makes it happen in the way given, which returns whether it did.
     *
     * @param next the state to be left, but for its log head and event count
     * @return what is then stored
     * @throws Superseded if the calendar is no longer as it was read
     */
    Stored<CalendarRecord> run(CalendarRecord next, String why, BiPredicate<Commit, CalendarRecord> way) {
        CalendarRecord before = read.value();
        String id = before.info().id().value();
        if (before.state() != next.state()) {
            head = head.next();
            told = true;
            shelf.log()
                    .append(
                            commit,
                            new CalendarChange(
                                    head.position(id),
                                    before.info().owner(),
                                    now,
                                    before.info().id(),
                                    before.state(),
                                    next.state(),
                                    why));
        }
        CalendarRecord left = next.log(head);
        if (any) {
            left = left.pulse(next.pulse().changed(now, difference));
            left = next.round().isPresent() ? left.torn() : left;
        }
        if (told) {
            shelf.due().put(commit, Job.announce(id), now);
        }
        Stored<CalendarRecord> stored = shelf.calendars().save(commit, read, left);
        if (!way.test(commit, left)) {
            throw new Superseded();
        }
        return stored;
    }

    private void put(Event event, String fingerprint, Optional<KnownEvent> before) {
        shelf.events().put(commit, event, fingerprint, before);
    }

    private void tell(
            EventChange.Kind kind,
            Optional<Event> before,
            Optional<Event> after,
            Difference difference,
            EventChange.Provenance provenance) {
        head = head.next();
        told = true;
        CalendarRecord calendar = read.value();
        shelf.log()
                .append(
                        commit,
                        new EventChange(
                                head.position(calendar.info().id().value()),
                                calendar.info().owner(),
                                now,
                                kind,
                                before,
                                after,
                                difference,
                                provenance));
    }

    private static Optional<HostKey> hostKey(Event event, Map<String, HostKey> links) {
        return Optional.ofNullable(links.get(event.ref().eventId()));
    }
}
