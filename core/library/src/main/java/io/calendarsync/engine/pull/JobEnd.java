package io.calendarsync.engine.pull;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Hold;
import java.time.Instant;
import java.util.function.Function;

/**
 * How the job of a turn ends together with the turn's last commit.
 *
 * @param hold what is held of the job
 * @param again when a calendar in that state is due again
 */
record JobEnd(Hold hold, Function<CalendarRecord, Instant> again) {

    /** Makes the commit happen that leaves the calendar so; returns whether it did. */
    boolean run(Commit commit, CalendarRecord left) {
        return hold.end(commit, again.apply(left));
    }
}
