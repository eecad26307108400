package io.calendarsync.engine.token;

import io.calendarsync.Connections;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Puts together what keeps connections and their tokens. Thread-safe. */
public final class ConnectionEngine {

    private final StoredConnections connections;
    private final CalendarLists lists;
    private final LostGrants lost;
    private final Refresher refresher;
    private final Waking waking;
    private final Desk desk;

    /** What it takes from the rest of the engine. */
    public record Surroundings(
            Function<ProviderId, CalendarProvider> providers,
            Function<String, Optional<CalendarProvider>> feedProviders,
            Function<ConnectionRecord, ProviderSession> sessions,
            Function<ConnectionRecord, List<String>> watches,
            Published published,
            InstantSource clock,
            RandomGenerator dice,
            OtherNodes others) {}

    /** Creates it. */
    public ConnectionEngine(Desk desk, Erasure erasure, Surroundings around) {
        this.desk = desk;
        InstantSource clock = around.clock();
        Transitions transitions = new Transitions(desk);
        Views views = new Views(desk, transitions);
        KnownCalendars known = new KnownCalendars(desk, transitions);
        Connecting connecting = new Connecting(desk, erasure, transitions, clock);
        this.waking = new Waking(desk, clock);
        this.lost = new LostGrants(desk, transitions, clock);
        this.lists = new CalendarLists(desk, known, lost, around.sessions(), clock, around.dice());
        Function<ProviderId, AuthorizationServer> servers =
                id -> server(around.providers().apply(id));
        Function<ConnectionRecord, AuthorizationServer> serverOf = connection -> servers.apply(connection.provider());
        GrantConnecting grants =
                new GrantConnecting(desk, connecting, lists, around.providers(), servers, views, clock);
        this.refresher = new Refresher(desk, lost, serverOf, clock, around.others());
        this.connections = new StoredConnections(
                desk,
                erasure,
                transitions,
                new StoredConnections.Ways(
                        new FeedConnecting(desk, connecting, known, around.feedProviders(), clock),
                        new ConsentDesk(desk, grants, servers, clock),
                        grants,
                        waking,
                        new CalendarChoice(desk, transitions, clock),
                        around.published(),
                        new Farewell(desk, serverOf, around.watches(), around.published())),
                views,
                clock);
    }

    private static AuthorizationServer server(CalendarProvider provider) {
        return provider.authorization()
                .orElseThrow(() -> new InvalidRequest(
                        "This provider reads feeds, which need no consent: use connectFeed",
                        FaultSource.of(provider.id().value())));
    }

    /** Returns what the host sees. */
    public Connections connections() {
        return connections;
    }

    /** Returns the tokens of a connection. */
    public AccessTokens tokens(ConnectionId id) {
        return new GrantTokens(refresher, id);
    }

    /** Returns what notes that only the user can help. */
    public LostGrants lost() {
        return lost;
    }

    /** Reads the list of a connection's calendars; returns when to read it again. */
    public Optional<Instant> list(ConnectionId id) {
        return lists.turn(id);
    }

    /** Has all of a connection looked at. */
    public Optional<Instant> wake(ConnectionId id) {
        waking.wake(id);
        return Optional.empty();
    }

    /** Forgets a consent nobody gave. */
    public Optional<Instant> forgetConsent(String name) {
        desk.consents().forget(name);
        return Optional.empty();
    }

    /** Goes on with a disconnection; returns when to go on again. */
    public Optional<Instant> disconnect(ConnectionId id) {
        return connections.goOnLeaving(id);
    }

    /** Erases an owner; returns how many records went. */
    public int erase(OwnerId owner) {
        return connections.erase(owner);
    }
}
