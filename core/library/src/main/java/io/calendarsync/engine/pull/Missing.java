package io.calendarsync.engine.pull;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.EventKey;
import io.calendarsync.engine.record.Round;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a listing did not show.
 *
 * @param gone what is gone, as far as the listing shows
 * @param goneWithOverrides that, and the overrides that go along although they were shown
 * @param left what merely left its window
 * @param undecided how many are either, depending on whether this node's clock is to be believed
 * @param stored how many events are stored
 */
record Missing(List<EventKey> gone, List<EventKey> goneWithOverrides, List<EventKey> left, int undecided, int stored) {

    /** Returns of how many stored events it is known whether they should have been shown. */
    int decided() {
        return stored - undecided;
    }

    /** Returns all that is decided: what merely left goes along with what is gone. */
    List<EventKey> all() {
        return Stream.concat(goneWithOverrides.stream(), left.stream()).toList();
    }

    /** Returns by what one plan is told from another: what is gone, or where nothing is, what left. */
    List<EventKey> suspicious() {
        return gone.isEmpty() ? left : goneWithOverrides;
    }

    /**
     * Returns the state after the listing has ended. While something is undecided there is no cursor, so the next reading
     * is a listing again, whether or not anything changes until then.
     */
    CalendarRecord ended(CalendarRecord state, Round round, Instant now) {
        CalendarRecord read = state.withoutRound().unendedDeletions(0).readAt(now);
        CalendarRecord listed = read.pulse(read.pulse().listed());
        CalendarRecord next = round.coverage() == Coverage.SNAPSHOT
                ? listed.withoutWindow()
                : listed.window(round.span().window());
        if (undecided > 0) {
            return next.withoutCursor();
        }
        return round.at() instanceof Position.Cursor cursor ? next.cursor(cursor) : next;
    }
}
