package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import java.time.Instant;
import java.util.List;

/**
 * What a turn would do to the stored events of a calendar.
 *
 * @param calendar the calendar
 * @param id names a plan that is held back; empty for a preview
 * @param asOf when it was made
 * @param creations how many events it would create
 * @param updates how many it would change
 * @param deletions how many it would delete
 * @param deleted which, the first thousand
 * @since 0.1
 */
public record Plan(
        CalendarId calendar,
        String id,
        Instant asOf,
        int creations,
        int updates,
        int deletions,
        List<EventRef> deleted) {
    /**
     * Copies the list.
     *
     * @param calendar the calendar
     * @param id names a plan that is held back; empty for a preview
     * @param asOf when it was made
     * @param creations how many events it would create
     * @param updates how many it would change
     * @param deletions how many it would delete
     * @param deleted which, the first thousand
     */
    public Plan {
        deleted = List.copyOf(deleted);
    }

    /** {@return whether it waits for {@link Agenda#confirm} or {@link Agenda#discard}} */
    public boolean isHeldBack() {
        return !id.isEmpty();
    }
}
