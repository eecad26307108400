package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

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
     * Returns writes that wait for the host, the oldest of each calendar first.
     *
     * @param owner whose calendars they are about, absent for everybody's
     * @param after what the page before gave as next, absent for the first
     * @param limit how many are looked at for the page, at least 1; it may hold fewer
     * @return a page
     */
    Page<DeadLetter> failed(Optional<OwnerId> owner, Optional<String> after, int limit);

    /**
     * Tries a write again, from the beginning.
     *
     * @param letter which
     * @throws NotFound if it does not wait for the host (any more)
     */
    void retry(DeadLetterId letter);

    /**
     * Gives a write up: what is there stays as it is, what may be there stays remembered, and nothing more is done until
     * the host puts or retracts it again.
     *
     * @param letter which
     * @throws NotFound if it does not wait for the host (any more)
     */
    void drop(DeadLetterId letter);

    /**
     * Writes all that is stored about an owner, as one JSON object a line; credentials are left out. Does not close the
     * stream.
     *
     * <p>Each object has a {@code type} and a {@code value}: the {@code owner}, each {@code connection} and {@code
     * calendar}, each {@code event} of it, each {@code link} of an event to the host's own key for it, each {@code
     * publication} that has to do with it, each {@code entry} of the calendars' logs and of the owner's own log of connections, and each {@code audit} entry.
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
