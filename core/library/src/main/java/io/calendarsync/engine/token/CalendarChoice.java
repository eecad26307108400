package io.calendarsync.engine.token;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarState;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.Use;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.CalendarId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Writes down what the host uses a calendar for. Thread-safe. */
final class CalendarChoice {

    private static final int TRIES = 10;

    private final Desk desk;
    private final Transitions transitions;
    private final InstantSource clock;

    CalendarChoice(Desk desk, Transitions transitions, InstantSource clock) {
        this.desk = desk;
        this.transitions = transitions;
        this.clock = clock;
    }

    void use(CalendarId id, Set<Use> uses) {
        if (!uses.isEmpty() && !uses.contains(Use.SYNC)) {
            throw new IllegalArgumentException(
                    "a calendar that is not synced is used for nothing: add SYNC to " + uses);
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Stored<CalendarRecord> read = desk.calendars()
                    .find(id)
                    .filter(found -> !found.value().isErased())
                    .orElseThrow(() -> new NotFound("There is no calendar " + id, FaultSource.unknown()));
            if (read.value().uses().equals(uses) || change(read, uses)) {
                return;
            }
        }
        throw Transitions.busy();
    }

    private boolean change(Stored<CalendarRecord> read, Set<Use> uses) {
        Instant now = clock.instant();
        CalendarId id = read.value().info().id();
        CalendarRecord next = read.value().uses(uses);
        Commit commit = desk.records().begin();
        boolean synced = read.value().uses().contains(Use.SYNC);
        if (synced == uses.contains(Use.SYNC) || next.state() == CalendarState.GONE) {
            desk.calendars().save(commit, read, next);
        } else {
            CalendarState state = KnownCalendars.stateOf(next);
            transitions.save(commit, read, next.state(state), synced ? "not used any more" : "used", now);
            if (!synced) {
                desk.due().put(commit, Job.pull(id.value()), now);
            }
        }
        desk.due().put(commit, Job.watch(WatchTarget.of(id)), now);
        transitions.audit(
                commit, Keyspace.connectionOf(id), new AuditEntry(now, "host", "used", id.value(), uses.toString()));
        return commit.run();
    }
}
