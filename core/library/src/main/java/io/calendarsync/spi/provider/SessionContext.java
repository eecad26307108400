package io.calendarsync.spi.provider;

import io.calendarsync.model.ConnectionId;
import java.time.InstantSource;

/**
 * What a session works with.
 *
 * @param connection the connection served, to be named in faults
 * @param credential what opens the account or feed
 * @param clock the only source of the time
 * @param recall what is stored already
 * @param budget what requests are paid from
 * @since 0.1
 */
public record SessionContext(
        ConnectionId connection, Credential credential, InstantSource clock, Recall recall, RequestBudget budget) {

    /**
     * Creates the context of a session for which nothing is stored, and nothing is counted.
     *
     * @param connection the connection served, to be named in faults
     * @param credential what opens the account or feed
     * @param clock the only source of the time
     */
    public SessionContext(ConnectionId connection, Credential credential, InstantSource clock) {
        this(connection, credential, clock, Recall.nothing(), RequestBudget.unlimited());
    }
}
