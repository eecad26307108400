package io.calendarsync;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

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
     * @throws InvalidRequest if no registered provider reads addresses of that kind
     */
    Connected connectFeed(OwnerId owner, URI feed, ZoneId floatingZone);

    /** Returns an owner's connections. */
    List<CalendarConnection> list(OwnerId owner);

    /** Returns the calendars of a connection. */
    List<SyncedCalendar> calendars(ConnectionId connection);

    /**
     * Stops reading until {@link #resume}; what is stored stays.
     *
     * @throws NotFound if there is no such connection
     */
    void pause(ConnectionId connection);

    /**
     * Reads again.
     *
     * @throws NotFound if there is no such connection
     */
    void resume(ConnectionId connection);

    /**
     * Ends a connection and erases what was stored for it: credential, events, logs. Nothing is deleted at the provider.
     * Does nothing where there is no such connection.
     */
    void disconnect(ConnectionId connection);
}
