package io.calendarsync.engine.token;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarConnection;
import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.Connected;
import io.calendarsync.ConnectionState;
import io.calendarsync.Connections;
import io.calendarsync.Departure;
import io.calendarsync.Detail;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.OurEvents;
import io.calendarsync.Reconnect;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Terms;
import io.calendarsync.Tokens;
import io.calendarsync.Use;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Connections as records. Thread-safe. */
final class StoredConnections implements Connections {

    private static final int TRIES = 10;
    /** When another node looks whether a disconnection that was begun was brought to its end. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final Desk desk;
    private final Erasure erasure;
    private final Transitions transitions;
    private final Ways ways;
    private final Views views;
    private final InstantSource clock;

    /** The ways in and out of a connection. */
    record Ways(
            FeedConnecting feeds,
            ConsentDesk consents,
            GrantConnecting grants,
            Waking waking,
            CalendarChoice choice,
            Published published,
            Farewell farewell) {}

    StoredConnections(
            Desk desk, Erasure erasure, Transitions transitions, Ways ways, Views views, InstantSource clock) {
        this.desk = desk;
        this.erasure = erasure;
        this.transitions = transitions;
        this.ways = ways;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public URI begin(ConnectRequest request) {
        return ways.consents().begin(request);
    }

    @Override
    public ConnectResult complete(OwnerId signedIn, Map<String, String> callbackQuery) {
        return ways.consents().complete(signedIn, callbackQuery);
    }

    @Override
    public Connected connectFeed(OwnerId owner, URI feed, ZoneId floatingZone) {
        return views.connected(ways.feeds().connect(owner, feed, floatingZone).id());
    }

    @Override
    public Connected connectDelegated(OwnerId owner, ProviderId provider, String subject, Terms terms) {
        return views.connected(
                ways.grants().delegated(owner, provider, subject, terms).id());
    }

    @Override
    public Connected adopt(OwnerId owner, ProviderId provider, Tokens tokens, Detail detail) {
        return views.connected(
                ways.grants().adopt(owner, provider, tokens, detail).id());
    }

    @Override
    public List<CalendarConnection> list(OwnerId owner) {
        return desk.connections().of(Keyspace.ownerKey(owner)).stream()
                .map(stored -> Views.view(stored.value()))
                .toList();
    }

    @Override
    public List<SyncedCalendar> calendars(ConnectionId connection) {
        return views.calendars(connection);
    }

    @Override
    public void use(CalendarId calendar, Set<Use> uses) {
        ways.choice().use(calendar, uses);
    }

    @Override
    public void pause(ConnectionId connection) {
        change(connection, record -> record.state(ConnectionState.PAUSED), "paused");
    }

    @Override
    public void resume(ConnectionId connection) {
        // Its grant may have been lost before it was paused: then it is still its user's turn.
        boolean lost = desk.credentials()
                .grant(connection)
                .map(Stored::value)
                .map(GrantRecord::standing)
                .filter(GrantRecord.Standing::lost)
                .isPresent();
        change(
                connection,
                lost ? record -> record.lost(Reconnect.GRANT_LOST) : record -> record.state(ConnectionState.ACTIVE),
                lost ? "resumed, but the grant is over" : "resumed");
        // Once more, for a connection that was active already and is asked for again.
        ways.waking().wake(connection);
    }

    private void change(ConnectionId id, UnaryOperator<ConnectionRecord> change, String what) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Stored<ConnectionRecord> read = transitions.find(id);
            if (read.value().state() == ConnectionState.DISCONNECTED) {
                throw new NotFound("The connection is being taken away: connect again", FaultSource.unknown());
            }
            ConnectionRecord next = change.apply(read.value());
            if (read.value().state() == next.state()) {
                return;
            }
            Instant now = clock.instant();
            Commit commit = desk.records().begin();
            desk.connections().save(commit, read, next);
            transitions.tell(commit, next, read.value().state(), what, now);
            transitions.audit(commit, id, new AuditEntry(now, "host", what, id.value(), ""));
            // Also where it is paused: its watch channels are then stopped.
            desk.due().put(commit, Job.wake(id.value()), now);
            if (commit.run()) {
                return;
            }
        }
        throw Transitions.busy();
    }

    @Override
    public Departure disconnect(ConnectionId id, OurEvents ours) {
        if (ours == OurEvents.TAKE_BACK) {
            desk.connections()
                    .find(id)
                    .filter(found -> found.value().state() == ConnectionState.ACTIVE)
                    .ifPresent(found -> ways.published().takeBack().accept(id));
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<ConnectionRecord>> read = desk.connections().find(id);
            if (read.isEmpty()) {
                return new Departure(false, List.of());
            }
            if (read.get().value().state() == ConnectionState.DISCONNECTED || markGone(read.get())) {
                return leave(id);
            }
        }
        throw Transitions.busy();
    }

    private boolean markGone(Stored<ConnectionRecord> read) {
        Instant now = clock.instant();
        ConnectionRecord next = read.value().state(ConnectionState.DISCONNECTED);
        Commit commit = desk.records().begin();
        desk.connections().save(commit, read, next);
        transitions.tell(commit, next, read.value().state(), "disconnected", now);
        transitions.audit(
                commit,
                next.id(),
                new AuditEntry(now, "host", "disconnected", next.id().value(), ""));
        desk.due().put(commit, Job.disconnect(next.id().value()), now.plus(FIRST_LOOK));
        return commit.run();
    }

    private Departure leave(ConnectionId id) {
        Departure departure = desk.connections()
                .find(id)
                .map(Stored::value)
                .filter(connection -> connection.state() == ConnectionState.DISCONNECTED)
                .map(ways.farewell()::from)
                .orElseGet(() -> new Departure(false, List.of()));
        erasure.connection(id);
        return departure;
    }

    /** Goes on where a disconnection was broken off; returns when to go on again. */
    Optional<Instant> goOnLeaving(ConnectionId id) {
        leave(id);
        return erasure.connection(id);
    }

    /** Takes leave of all providers of an owner who is about to be erased, then erases them. */
    int erase(OwnerId owner) {
        desk.connections().of(Keyspace.ownerKey(owner)).stream()
                .map(Stored::value)
                .forEach(ways.farewell()::from);
        return erasure.owner(owner);
    }
}
