package io.calendarsync.engine.token;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarConnection;
import io.calendarsync.CalendarState;
import io.calendarsync.Connected;
import io.calendarsync.ConnectionChange;
import io.calendarsync.ConnectionState;
import io.calendarsync.Connections;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Use;
import io.calendarsync.engine.record.CalendarInfo;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.OwnerRecord;
import io.calendarsync.engine.record.Pulse;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Connections as records. Thread-safe. */
public final class StoredConnections implements Connections {

    private static final int TRIES = 10;
    /** When another node looks whether a disconnection that was begun was brought to its end. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private static final Duration FIRST_TIDYING = Duration.ofHours(20);

    private final Desk desk;
    private final Erasure erasure;
    private final Function<String, Optional<CalendarProvider>> feedProviders;
    private final InstantSource clock;

    /**
     * Creates it.
     *
     * @param feedProviders finds the provider for a URI scheme
     */
    public StoredConnections(
            Desk desk,
            Erasure erasure,
            Function<String, Optional<CalendarProvider>> feedProviders,
            InstantSource clock) {
        this.desk = desk;
        this.erasure = erasure;
        this.feedProviders = feedProviders;
        this.clock = clock;
    }

    @Override
    public Connected connectFeed(OwnerId owner, URI feed, ZoneId floatingZone) {
        CalendarProvider provider = Optional.ofNullable(feed.getScheme())
                .flatMap(feedProviders)
                .orElseThrow(() -> new InvalidRequest(
                        "No registered provider reads feeds with the scheme " + feed.getScheme(),
                        FaultSource.unknown()));
        Credential.Feed credential = new Credential.Feed(feed, floatingZone);
        ConnectionId draft = Keyspace.connectionId(owner, provider.id().value(), feed.toString());
        try (ProviderSession session = provider.open(new SessionContext(draft, credential, clock))) {
            Account account = session.account();
            ConnectionId id = Keyspace.connectionId(owner, provider.id().value(), account.id());
            Instant now = clock.instant();
            List<RemoteCalendar> calendars = session.calendars(
                            new Position.Start(new SyncWindow(now, now.plusSeconds(1))))
                    .calendars();
            ConnectionRecord connection =
                    new ConnectionRecord(id, owner, provider.id(), account.label(), ConnectionState.ACTIVE, now);
            return store(connection, credential, calendars);
        }
    }

    private Connected store(ConnectionRecord connection, Credential.Feed credential, List<RemoteCalendar> calendars) {
        String ownerKey = Keyspace.ownerKey(connection.owner());
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<ConnectionRecord>> known = desk.connections().find(connection.id());
            if (known.isPresent() && known.get().value().state() == ConnectionState.DISCONNECTED) {
                erasure.connection(connection.id());
                continue;
            }
            Instant now = clock.instant();
            Commit commit = desk.records().begin();
            desk.owners().mustLive(commit, ownerKey);
            known.ifPresent(read -> desk.connections().check(commit, read));
            // A node that cannot read what is stored does not write over it: those that can would be locked out.
            if (known.isEmpty() || !desk.connections().isUpToDate(connection.id(), credential)) {
                desk.connections().putCredential(commit, connection.id(), credential);
            }
            if (known.isEmpty()) {
                desk.connections().create(commit, connection);
                tell(commit, ownerKey, connection, ConnectionState.DISCONNECTED, "connected", now);
                audit(commit, ownerKey, "connected", connection.id(), now);
            }
            calendars.forEach(calendar -> add(commit, connection, calendar, now));
            if (commit.run()) {
                return connected(connection.id());
            }
        }
        if (desk.owners().erasing(ownerKey).isPresent()) {
            throw new InvalidRequest("The owner is being erased: connect again later", FaultSource.unknown());
        }
        throw busy();
    }

    private void add(Commit commit, ConnectionRecord connection, RemoteCalendar remote, Instant now) {
        CalendarId id = Keyspace.calendarId(connection.id(), remote.id());
        Optional<Stored<CalendarRecord>> known = desk.calendars().find(id);
        if (known.isPresent()) {
            rezone(commit, known.get(), remote);
            return;
        }
        CalendarInfo info = new CalendarInfo(id, connection.owner(), remote.id(), remote.name());
        LogHead head = LogHead.begin(desk.records().fresh());
        CalendarRecord begun = CalendarRecord.begin(info, head, now);
        desk.calendars().create(commit, remote.zone().map(begun::givenZone).orElse(begun));
        desk.due().put(commit, Job.pull(id.value()), now);
        desk.due().put(commit, Job.tidy(id.value()), now.plus(FIRST_TIDYING));
    }

    private void rezone(Commit commit, Stored<CalendarRecord> known, RemoteCalendar remote) {
        remote.zone()
                .filter(zone -> !known.value().givenZone().equals(Optional.of(zone)))
                .ifPresent(zone ->
                        desk.calendars().save(commit, known, known.value().givenZone(zone)));
    }

    /** Numbers a transition in the owner's log, in the commit that makes it. */
    private void tell(
            Commit commit, String ownerKey, ConnectionRecord after, ConnectionState before, String why, Instant now) {
        Optional<Stored<OwnerRecord>> known = desk.owners().find(ownerKey);
        LogHead head = known.map(stored -> stored.value().log())
                .orElseGet(() -> LogHead.begin(desk.records().fresh()))
                .next();
        OwnerRecord next = new OwnerRecord(after.owner(), head);
        if (known.isPresent()) {
            desk.owners().save(commit, ownerKey, known.get(), next);
        } else {
            desk.owners().create(commit, ownerKey, next);
        }
        String log = Keyspace.ownerLog(ownerKey);
        desk.log()
                .append(
                        commit,
                        new ConnectionChange(
                                head.position(log), after.owner(), now, after.id(), before, after.state(), why));
        desk.due().put(commit, Job.announce(log), now);
    }

    private void audit(Commit commit, String ownerKey, String what, ConnectionId target, Instant now) {
        desk.audit().append(commit, ownerKey, new AuditEntry(now, "host", what, target.value(), ""));
    }

    private Connected connected(ConnectionId id) {
        ConnectionRecord stored = find(id).value();
        return new Connected(view(stored), calendars(id));
    }

    @Override
    public List<CalendarConnection> list(OwnerId owner) {
        return desk.connections().of(Keyspace.ownerKey(owner)).stream()
                .map(stored -> view(stored.value()))
                .toList();
    }

    @Override
    public List<SyncedCalendar> calendars(ConnectionId connection) {
        return desk.calendars().of(connection).stream()
                .map(stored -> view(stored.value()))
                .toList();
    }

    @Override
    public void use(CalendarId calendar, Set<Use> uses) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Stored<CalendarRecord> read = desk.calendars()
                    .find(calendar)
                    .filter(found -> !found.value().isErased())
                    .orElseThrow(() -> new NotFound("There is no calendar " + calendar, FaultSource.unknown()));
            if (read.value().uses().equals(uses)) {
                return;
            }
            Commit commit = desk.records().begin();
            desk.calendars().save(commit, read, read.value().uses(uses));
            String ownerKey = Keyspace.ownerKey(read.value().info().owner());
            AuditEntry entry = new AuditEntry(clock.instant(), "host", "used", calendar.value(), uses.toString());
            desk.audit().append(commit, ownerKey, entry);
            if (commit.run()) {
                return;
            }
        }
        throw busy();
    }

    @Override
    public void pause(ConnectionId connection) {
        change(connection, ConnectionState.PAUSED, "paused");
    }

    @Override
    public void resume(ConnectionId connection) {
        change(connection, ConnectionState.ACTIVE, "resumed");
        // Once more, for a connection that was active already and is asked for again.
        calendarsOf(connection).forEach(id -> desk.due().ring(Job.pull(id), clock.instant()));
    }

    private List<String> calendarsOf(ConnectionId connection) {
        return desk.calendars().of(connection).stream()
                .map(calendar -> calendar.value().info().id().value())
                .toList();
    }

    private void change(ConnectionId id, ConnectionState to, String what) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Stored<ConnectionRecord> read = find(id);
            if (read.value().state() == ConnectionState.DISCONNECTED) {
                throw new NotFound("The connection is being taken away: connect again", FaultSource.unknown());
            }
            if (read.value().state() == to) {
                return;
            }
            Instant now = clock.instant();
            String ownerKey = Keyspace.ownerKeyOf(id);
            Commit commit = desk.records().begin();
            ConnectionRecord next = read.value().state(to);
            desk.connections().save(commit, read, next);
            tell(commit, ownerKey, next, read.value().state(), what, now);
            audit(commit, ownerKey, what, id, now);
            if (to == ConnectionState.ACTIVE) {
                // In this commit: a node that dies after it must not leave calendars that nobody reads.
                calendarsOf(id).stream()
                        .filter(calendar -> commit.fits(1))
                        .forEach(calendar -> desk.due().put(commit, Job.pull(calendar), now));
            }
            if (commit.run()) {
                return;
            }
        }
        throw busy();
    }

    @Override
    public void disconnect(ConnectionId id) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<ConnectionRecord>> read = desk.connections().find(id);
            if (read.isEmpty()) {
                return;
            }
            Instant now = clock.instant();
            String ownerKey = Keyspace.ownerKeyOf(id);
            Commit commit = desk.records().begin();
            if (read.get().value().state() != ConnectionState.DISCONNECTED) {
                ConnectionRecord next = read.get().value().state(ConnectionState.DISCONNECTED);
                desk.connections().save(commit, read.get(), next);
                tell(commit, ownerKey, next, read.get().value().state(), "disconnected", now);
                audit(commit, ownerKey, "disconnected", id, now);
                desk.due().put(commit, Job.disconnect(id.value()), now.plus(FIRST_LOOK));
                if (!commit.run()) {
                    continue;
                }
            }
            erasure.connection(id);
            return;
        }
        throw busy();
    }

    private Stored<ConnectionRecord> find(ConnectionId id) {
        return desk.connections()
                .find(id)
                .orElseThrow(() -> new NotFound("There is no connection " + id, FaultSource.unknown()));
    }

    private static ProviderUnavailable busy() {
        return new ProviderUnavailable(
                "The owner's connections are being changed without pause: try again in a moment",
                FaultSource.unknown());
    }

    /** Returns a connection as the host sees it. */
    public static CalendarConnection view(ConnectionRecord connection) {
        return new CalendarConnection(
                connection.id(),
                connection.owner(),
                connection.provider(),
                connection.label(),
                connection.state(),
                connection.since());
    }

    /** Returns a calendar as the host sees it. */
    public static SyncedCalendar view(CalendarRecord calendar) {
        CalendarId id = calendar.info().id();
        Pulse pulse = calendar.pulse();
        Optional<Instant> asOf = pulse.generations() == 0 ? Optional.empty() : Optional.of(pulse.read());
        CalendarState state = calendar.state();
        return new SyncedCalendar(
                id,
                Keyspace.connectionOf(id),
                calendar.info().name(),
                state,
                calendar.uses(),
                asOf,
                pulse.events(),
                calendar.trouble().message());
    }
}
