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
     * {@return how a connection and its calendars stand}
     *
     * @param connection the id of the connection
     * @throws NotFound if there is no such connection
     */
    Health health(ConnectionId connection);

    /**
     * {@return why a calendar is as it is, and what to do, from what is stored: no remote call is made}
     *
     * @param calendar the synced calendar
     * @throws NotFound if there is no such calendar
     */
    Diagnosis diagnose(CalendarId calendar);

    /**
     * {@return an owner's audit trail, oldest first}
     *
     * @param owner whose records they are
     */
    List<AuditEntry> audit(OwnerId owner);

    /**
     * Writes all that is stored about an owner, as one JSON object a line; credentials are left out. Does not close the
     * stream.
     *
     * <p>Each object has a {@code type} and a {@code value}: the {@code owner}, each {@code connection} and {@code
     * calendar}, each {@code event} of it, each {@code link} of an event to the host's own key for it, each {@code entry}
     * of the calendars' logs and of the owner's own log of connections, and each {@code audit} entry.
     *
     * @param owner whose records they are
     * @param to takes UTF-8; flushed, not closed
     * @throws java.io.UncheckedIOException if the stream fails
     */
    void export(OwnerId owner, OutputStream to);

    /**
     * Erases all that is stored about an owner. When it returns nothing new can be written for them; what work in
     * progress may still have left is erased by the work that follows.
     *
     * @param owner whose records they are
     * @return how many records were erased
     */
    int erase(OwnerId owner);
}
