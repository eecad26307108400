package io.calendarsync.ics.internal.event;

import io.calendarsync.model.RecurrenceId;
import java.util.Optional;

/**
 * One entry of a feed under the id that names it there.
 *
 * @param eventId see {@link EventIds}
 * @param recurrenceId which instance it replaces, absent for a single event or a series
 * @param found where it is
 */
record Entry(String eventId, Optional<RecurrenceId> recurrenceId, Found found) {

    /** Returns its version tag; how an override names its instance depends on its series as well. */
    String tag() {
        return recurrenceId
                .map(id -> found.tag() + "." + Integer.toHexString(id.toString().hashCode()))
                .orElseGet(found::tag);
    }
}
