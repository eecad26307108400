package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Connects owners to feeds. Thread-safe.
 *
 * @since 0.1
 */
public interface Connections {

    /**
     * Connects an owner to a feed; connecting the same feed again changes nothing but the zone. Makes no remote call: the
     * first reading is due at once.
     *
     * @param owner whose connection it is
     * @param feed the feed's address, which is treated as a secret
     * @param floatingZone the zone in which times without one are read
     * @return the connection and its one calendar
     * @throws InvalidRequest if no registered provider reads addresses of that kind, or the owner is still being erased
     * @throws Misconfigured if it is connected already and this node lacks the key to what is stored
     */
    Connected connectFeed(OwnerId owner, URI feed, ZoneId floatingZone);

    /**
     * {@return an owner's connections}
     *
     * @param owner whose connections they are
     */
    List<CalendarConnection> list(OwnerId owner);

    /**
     * {@return the calendars of a connection}
     *
     * @param connection the id {@link #connectFeed} gave
     */
    List<SyncedCalendar> calendars(ConnectionId connection);

    /**
     * Says what a calendar is used for; a new one is used for everything.
     *
     * @param calendar the calendar's id
     * @param uses what it is used for, in place of what was said before
     * @throws NotFound if there is no such calendar
     */
    void use(CalendarId calendar, Set<Use> uses);

    /**
     * Stops reading until {@link #resume}; what is stored stays.
     *
     * @param connection the id {@link #connectFeed} gave
     * @throws NotFound if there is no such connection
     */
    void pause(ConnectionId connection);

    /**
     * Reads again.
     *
     * @param connection the id {@link #connectFeed} gave
     * @throws NotFound if there is no such connection
     */
    void resume(ConnectionId connection);

    /**
     * Ends a connection and erases what was stored for it: credential, events, logs. Nothing is deleted at the provider.
     * Does nothing where there is no such connection.
     *
     * @param connection the id {@link #connectFeed} gave
     */
    void disconnect(ConnectionId connection);
}
