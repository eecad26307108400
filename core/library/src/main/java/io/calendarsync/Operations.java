package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.io.OutputStream;
import java.util.List;

/**
 * What operators ask and do. Thread-safe.
 *
 * @since 0.1
 */
public interface Operations {

    /**
     * Returns how a connection and its calendars stand.
     *
     * @throws NotFound if there is no such connection
     */
    Health health(ConnectionId connection);

    /**
     * Returns why a calendar is as it is, and what to do, from what is stored: no remote call is made.
     *
     * @throws NotFound if there is no such calendar
     */
    Diagnosis diagnose(CalendarId calendar);

    /** Returns an owner's audit trail, oldest first. */
    List<AuditEntry> audit(OwnerId owner);

    /**
     * Writes all that is stored about an owner, as one JSON object a line; credentials are left out. Does not close the
     * stream.
     *
     * @throws java.io.UncheckedIOException if the stream fails
     */
    void export(OwnerId owner, OutputStream to);

    /**
     * Erases all that is stored about an owner. When it returns nothing new can be written for them; what work in
     * progress may still have left is erased by the work that follows.
     *
     * @return how many records were erased
     */
    int erase(OwnerId owner);
}
