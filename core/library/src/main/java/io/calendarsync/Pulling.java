package io.calendarsync;

import io.calendarsync.engine.pull.Puller;
import io.calendarsync.engine.pull.Turn;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.Hold;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.engine.work.Worker;
import io.calendarsync.model.CalendarId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes turns at calendars, when they are due and when the host asks, and reports what came of them. Thread-safe. */
final class Pulling {

    /** Not the provider's trouble but this node's: a key it has not got, a store that failed. */
    private static final String NOT_HERE =
            "This node could not take the turn, and its log says why; it is tried again, here or on another node";

    private final Puller puller;
    private final CalendarRecords calendars;
    private final SyncObserver observer;

    Pulling(Puller puller, CalendarRecords calendars, SyncObserver observer) {
        this.puller = puller;
        this.calendars = calendars;
        this.observer = observer;
    }

    /** Takes a turn at a calendar that is claimed. */
    Turn turn(CalendarId id, Urgency urgency, Hold hold) {
        Turn turn = puller.turn(id, urgency, hold);
        observer.pulled(id, report(id, turn));
        return turn;
    }

    /** Takes a turn now, unless somebody else is at it. */
    SyncReport now(Worker worker, CalendarId id) {
        if (known(id).isEmpty()) {
            return report(id, Turn.idle());
        }
        List<Turn> taken = new ArrayList<>(1);
        boolean claimed = worker.runNow(Job.pull(id.value()), (target, hold) -> {
            Turn turn = turn(id, Urgency.INTERACTIVE, hold);
            taken.add(turn);
            return turn.again();
        });
        if (!claimed) {
            return report(id, Turn.elsewhere());
        }
        return taken.stream()
                .findFirst()
                .map(turn -> report(id, turn))
                .orElseGet(
                        () -> new SyncReport(SyncReport.Outcome.FAILED, state(known(id)), Optional.empty(), NOT_HERE));
    }

    private SyncReport report(CalendarId id, Turn turn) {
        SyncReport.Outcome outcome = switch (turn.outcome()) {
            case DONE -> SyncReport.Outcome.DONE;
            case MORE -> SyncReport.Outcome.MORE;
            case LATER -> SyncReport.Outcome.LATER;
            case SUPERSEDED -> SyncReport.Outcome.ELSEWHERE;
            case FAILED -> SyncReport.Outcome.FAILED;
            case IDLE -> SyncReport.Outcome.IDLE;
        };
        Optional<CalendarRecord> calendar = known(id);
        String trouble = calendar.map(read -> read.trouble().message()).orElse("");
        return new SyncReport(outcome, state(calendar), turn.again(), trouble);
    }

    private Optional<CalendarRecord> known(CalendarId id) {
        return calendars.find(id).map(Stored::value);
    }

    private static CalendarState state(Optional<CalendarRecord> calendar) {
        return calendar.map(CalendarRecord::state).orElse(CalendarState.PAUSED);
    }
}
