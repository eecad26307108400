package io.calendarsync.engine.token;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.ConnectionState;
import io.calendarsync.Departure;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.AuthorizationServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes leave of a provider before a connection is erased, as far as it can be reached. Thread-safe. */
final class Farewell {

    private final Desk desk;
    private final Function<ConnectionRecord, AuthorizationServer> servers;
    private final Function<ConnectionRecord, List<String>> watches;
    private final Published published;

    Farewell(
            Desk desk,
            Function<ConnectionRecord, AuthorizationServer> servers,
            Function<ConnectionRecord, List<String>> watches,
            Published published) {
        this.desk = desk;
        this.servers = servers;
        this.watches = watches;
        this.published = published;
    }

    /** Stops the watches and ends the grant, unless another connection lives on it; tells what stays there. */
    Departure from(ConnectionRecord connection) {
        List<String> remains = new ArrayList<>(watches.apply(connection));
        int ours = published.count().applyAsInt(connection.id());
        if (ours > 0) {
            remains.add("Events the application has published stay in the calendars: " + ours);
        }
        // Read now: stopping the watches may have renewed it.
        Optional<GrantRecord> grant = desk.credentials().grant(connection.id()).map(Stored::value);
        boolean revoked = grant.isPresent() && revoke(connection, grant.get(), remains);
        return new Departure(revoked, remains);
    }

    private boolean revoke(ConnectionRecord connection, GrantRecord grant, List<String> remains) {
        if (!grant.subject().isEmpty()) {
            remains.add("The organization still lets the application act for its users");
            return false;
        }
        if (grant.standing().lost()) {
            return false;
        }
        if (isShared(connection)) {
            remains.add("The grant stays: another connection is to the same account");
            return false;
        }
        try {
            servers.apply(connection).revoke(grant.refreshToken());
            return true;
        } catch (RuntimeException | Error e) {
            CalendarSyncException fault = AdapterFaults.declared(e, connection);
            remains.add("The grant stays until the user takes it back: the provider could not be told ("
                    + fault.getClass().getSimpleName() + ")");
            return false;
        }
    }

    private boolean isShared(ConnectionRecord connection) {
        return desk.accounts().sharing(connection).stream()
                .filter(id -> !id.equals(connection.id()))
                .anyMatch(this::lives);
    }

    private boolean lives(ConnectionId id) {
        return desk.connections()
                .find(id)
                .filter(read -> read.value().state() != ConnectionState.DISCONNECTED)
                .isPresent();
    }
}
