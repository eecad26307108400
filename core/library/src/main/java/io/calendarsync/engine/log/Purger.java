package io.calendarsync.engine.log;

import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.ProgressRecord;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.SubscriberRecord;
import io.calendarsync.engine.record.SubscriberRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Removes entries that every subscriber has been told of and that are older than the host wants to read. A subscriber no
 * node has had for very long does not count; should it come back, it starts over with a snapshot. Thread-safe.
 */
public final class Purger {

    private static final int ENTRIES_A_TURN = 500;

    private final Records records;
    private final CalendarRecords calendars;
    private final LogRecords entries;
    private final SubscriberRecords subscribers;
    private final ProgressRecords progress;
    private final Duration keep;
    private final Duration absent;

    /**
     * Creates it.
     *
     * @param keep how long entries are kept whoever has been told of them
     * @param absent how long a subscriber without a node holds entries back
     */
    public Purger(
            Records records,
            CalendarRecords calendars,
            LogRecords entries,
            SubscriberRecords subscribers,
            ProgressRecords progress,
            Duration keep,
            Duration absent) {
        this.records = records;
        this.calendars = calendars;
        this.entries = entries;
        this.subscribers = subscribers;
        this.progress = progress;
        this.keep = keep;
        this.absent = absent;
    }

    /** Purges a calendar's log. */
    public void purge(Stored<CalendarRecord> read, Instant now) {
        CalendarRecord calendar = read.value();
        LogHead head = calendar.log();
        String log = calendar.info().id().value();
        long told = toldToAll(log, head, now);
        long to = head.purged();
        List<SyncEvent> oldest = entries.read(log, head.epoch(), head.purged() + 1, ENTRIES_A_TURN);
        for (SyncEvent entry : oldest) {
            if (entry.sequence() > told || !entry.at().isBefore(now.minus(keep))) {
                break;
            }
            to = entry.sequence();
        }
        if (to == head.purged()) {
            return;
        }
        // The head first: who finds an entry missing has to find that it was purged.
        Commit commit = records.begin();
        calendars.save(commit, read, calendar.log(head.purgedTo(to)));
        if (!commit.run()) {
            return;
        }
        entries.purge(log, head.epoch(), head.purged() + 1, to);
    }

    private long toldToAll(String log, LogHead head, Instant now) {
        Map<String, ProgressRecord> reached = progress.of(log);
        long told = head.last();
        for (SubscriberRecord subscriber : subscribers.all()) {
            ProgressRecord at = reached.get(subscriber.name());
            boolean counts =
                    Duration.between(subscriber.seen(), now).compareTo(absent) < 0 || (at != null && at.parked());
            if (counts) {
                told = Math.min(told, at == null || !at.epoch().equals(head.epoch()) ? 0 : at.done());
            }
        }
        return told;
    }
}
