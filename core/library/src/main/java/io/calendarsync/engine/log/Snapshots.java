package io.calendarsync.engine.log;

import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.LogPosition;
import io.calendarsync.Restarted;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.Paged;
import io.calendarsync.engine.record.ProgressRecord;
import io.calendarsync.model.CalendarId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told in the place of entries a reader cannot have, or does not need: every event there is now, and before that,
 * where entries are gone, that it starts over. Thread-safe.
 */
public final class Snapshots {

    /** Stands for the first page. */
    private static final String FIRST_PAGE = "";

    /** Stands, in place of a page, for a restart that has yet to be told. */
    private static final String RESTART = "restart";

    private final EventRecords events;

    /** Opens them over the events of calendars. */
    public Snapshots(EventRecords events) {
        this.events = events;
    }

    /** Returns the progress of who is to be told all there is before the log goes on. */
    static ProgressRecord begin(LogHead head, Instant now) {
        return ProgressRecord.snapshot(head.epoch(), head.last(), FIRST_PAGE, now);
    }

    /** Returns the progress of who is to be told first that entries are gone. */
    static ProgressRecord restart(LogHead head, Instant now) {
        return ProgressRecord.snapshot(head.epoch(), head.last(), RESTART, now);
    }

    /** Returns what says that entries are gone. */
    static SyncEvent restarted(Logs.Log log, long number, Instant now) {
        LogPosition position = new LogPosition(log.name(), log.head().epoch(), number, RESTART);
        return new Restarted(position, log.owner(), now, "entries this reader has not seen are no longer kept");
    }

    /** Returns what comes next of a snapshot that is under way. */
    Batch next(Logs.Log log, ProgressRecord at, int limit, Instant now) {
        if (token(at).equals(RESTART)) {
            return new Batch(List.of(restarted(log, at.done(), now)), goOn(at, Optional.of(FIRST_PAGE), now));
        }
        Paged<KnownEvent> page = page(log, at, limit);
        List<SyncEvent> told =
                page.items().stream().map(known -> told(log, at, known, now)).toList();
        return new Batch(told, goOn(at, page.next(), now));
    }

    /**
     * Returns the progress after some of a batch were handled: where a page of so many would end, if it still holds the
     * same. Events move while a snapshot is told, and to be told twice is better than never.
     */
    ProgressRecord reached(Logs.Log log, ProgressRecord at, List<SyncEvent> handled, Instant now) {
        if (token(at).equals(RESTART)) {
            return goOn(at, Optional.of(FIRST_PAGE), now);
        }
        Paged<KnownEvent> page = page(log, at, handled.size());
        List<String> there = page.items().stream().map(Snapshots::part).toList();
        List<String> told =
                handled.stream().map(event -> event.position().part()).toList();
        return there.equals(told) && page.next().isPresent() ? goOn(at, page.next(), now) : at;
    }

    /** Returns the progress past the one thing that is next. */
    ProgressRecord pastNext(Logs.Log log, ProgressRecord at, Instant now) {
        return next(log, at, 1, now).after();
    }

    private static String token(ProgressRecord at) {
        return at.snapshot().orElseThrow();
    }

    /** Once a snapshot is told, the log goes on where it stood when the snapshot began. */
    private static ProgressRecord goOn(ProgressRecord at, Optional<String> next, Instant now) {
        return next.map(page -> ProgressRecord.snapshot(at.epoch(), at.done(), page, now))
                .orElseGet(() -> ProgressRecord.at(at.epoch(), at.done(), now));
    }

    /** An owner's log is about no events. */
    private Paged<KnownEvent> page(Logs.Log log, ProgressRecord at, int limit) {
        Optional<String> after = Optional.of(token(at)).filter(token -> !token.equals(FIRST_PAGE));
        return log.hasEvents()
                ? events.page(new CalendarId(log.name()), after, limit)
                : new Paged<>(List.of(), Optional.empty());
    }

    private static SyncEvent told(Logs.Log log, ProgressRecord at, KnownEvent known, Instant now) {
        return new EventChange(
                new LogPosition(log.name(), at.epoch(), at.done(), part(known)),
                log.owner(),
                now,
                EventChange.Kind.CREATED,
                Optional.empty(),
                Optional.of(known.event()),
                Difference.none(),
                EventChange.Provenance.firstReading());
    }

    private static String part(KnownEvent known) {
        return known.event().ref().eventId();
    }
}
