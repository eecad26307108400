package io.calendarsync.engine.token;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Has all of a connection looked at after it went into another state, however many calendars it has. A job of its own,
 * due in the commit that changes the state: a node that dies after it must not leave calendars that nobody reads, nor
 * watches that nobody stops. Thread-safe.
 */
final class Waking {

    private final Desk desk;
    private final InstantSource clock;

    Waking(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void wake(ConnectionId id) {
        Instant now = clock.instant();
        for (Stored<CalendarRecord> calendar : desk.calendars().of(id)) {
            desk.due().ring(Job.pull(calendar.value().info().id().value()), now);
            desk.due().ring(Job.watch(WatchTarget.of(calendar.value().info().id())), now);
        }
        if (desk.lists().find(id).isPresent()) {
            desk.due().ring(Job.list(id.value()), now);
            desk.due().ring(Job.watch(WatchTarget.listOf(id)), now);
        }
    }
}
