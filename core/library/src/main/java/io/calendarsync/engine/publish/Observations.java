package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Sighting;
import io.calendarsync.engine.record.Stored;

/** Plans and applies what a write path saw, as pages are, with what the write has to remember. Thread-safe. */
public interface Observations {

    /**
     * Applies it in one commit.
     *
     * @param read the calendar as it was read before the provider was asked
     * @return whether it was applied; if not, what was read is not so any more and nothing was written
     */
    boolean apply(Stored<CalendarRecord> read, Sighting sighting);
}
