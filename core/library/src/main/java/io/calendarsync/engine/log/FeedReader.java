package io.calendarsync.engine.log;

import io.calendarsync.Page;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.OwnerId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads all logs of an owner as one feed. The cursor names a place in each log, so it means the same on every node and
 * no clock decides what comes next. Thread-safe.
 */
public final class FeedReader {

    private final Logs logs;
    private final ConnectionRecords connections;
    private final CalendarRecords calendars;
    private final InstantSource clock;

    /** Creates it. */
    public FeedReader(Logs logs, ConnectionRecords connections, CalendarRecords calendars, InstantSource clock) {
        this.logs = logs;
        this.connections = connections;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Returns a page of what comes after a cursor. */
    public Page<SyncEvent> after(OwnerId owner, Optional<String> cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, is " + limit);
        }
        FeedCursor places = cursor.map(FeedCursor::of).orElseGet(FeedCursor::begin);
        List<SyncEvent> events = new ArrayList<>();
        for (Logs.Log log : logsOf(owner)) {
            if (events.size() == limit) {
                break;
            }
            long read = places.read(log);
            long done = Math.max(read, log.head().purged());
            // A reader holds nothing back: where entries are gone that it has not read, it is told so.
            if (places.knows(log) && read < done) {
                events.add(Snapshots.restarted(log, done, clock.instant()));
            }
            List<SyncEvent> more = logs.read(log, done + 1, limit - events.size());
            events.addAll(more);
            places.reached(log, done + more.size());
        }
        return new Page<>(events, Optional.of(places.toString()));
    }

    private List<Logs.Log> logsOf(OwnerId owner) {
        String ownerKey = Keyspace.ownerKey(owner);
        List<Logs.Log> found = new ArrayList<>();
        logs.find(Keyspace.ownerLog(ownerKey)).ifPresent(found::add);
        for (Stored<ConnectionRecord> connection : connections.of(ownerKey)) {
            for (Stored<CalendarRecord> calendar :
                    calendars.of(connection.value().id())) {
                found.add(Logs.of(calendar.value()));
            }
        }
        return found;
    }
}
