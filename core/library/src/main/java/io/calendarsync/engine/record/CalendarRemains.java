package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.Scan;
import java.util.List;

/**
 * All that is kept for a calendar besides its state, to be removed once the state is marked as erased. Nothing is removed
 * any more when the marked state is gone: the same calendar may have been connected again since. Thread-safe.
 */
public final class CalendarRemains {

    private static final List<String> COLLECTIONS = List.of(
            Keyspace.LONG_EVENT,
            Keyspace.LINK,
            Keyspace.OWN_WRITE,
            Keyspace.SEEN,
            Keyspace.REVIEW,
            Keyspace.DEAD_LETTER);

    private final Records records;
    private final PublicationRecords publications;

    /** Creates it. */
    public CalendarRemains(Records records, PublicationRecords publications) {
        this.records = records;
        this.publications = publications;
    }

    /** Removes all there is; returns how many records went. */
    public int erase(CalendarId id, Stored<CalendarRecord> marked) {
        Records fenced = records.fenced(Keyspace.calendar(id), marked.version());
        DueRecords due = new DueRecords(fenced);
        due.forget(Job.pull(id.value()));
        due.forget(Job.tidy(id.value()));
        due.forget(Job.watch(WatchTarget.of(id)));
        due.forget(Job.publish(id.value()));
        int erased = new EventRecords(fenced, new EventCodec()).erase(id)
                + new WatchRecords(fenced).erase(WatchTarget.of(id))
                + publications.over(fenced).erase(id)
                + new LogRemains(fenced).erase(id.value());
        for (String collection : COLLECTIONS) {
            erased += fenced.removeAll(Scan.of(collection).in(id.value()));
        }
        return erased;
    }
}
