package io.calendarsync;

import io.calendarsync.model.ConnectionId;
import java.util.List;
import java.util.Optional;

/**
 * Looks after watch channels, through which providers tell of changes as they happen. Opened, renewed and stopped by
 * {@link Work} alone; this is for operators. Thread-safe, makes no remote call.
 *
 * @since 0.1
 */
public interface Watches {

    /**
     * Has the watches of a connection looked at now.
     *
     * @param connection the connection
     * @param force whether also those that seem well are replaced, as after a change in front of the host's endpoint
     * @return how they stand before
     * @throws NotFound if there is no such connection
     */
    List<WatchStatus> ensure(ConnectionId connection, boolean force);

    /**
     * {@return how the watches of a connection stand; calendars that are not to be watched have none}
     *
     * @param connection the connection
     */
    List<WatchStatus> of(ConnectionId connection);

    /**
     * {@return a page of all watches there are, in no particular order}
     *
     * @param after what the page before gave as next, empty for the first
     */
    Page<WatchStatus> all(Optional<String> after);
}
