package io.calendarsync.engine.token;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.ConnectionState;
import io.calendarsync.Declined;
import io.calendarsync.Declined.Why;
import io.calendarsync.Detail;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Terms;
import io.calendarsync.Tokens;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.GrantRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Grant;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a connection of a grant: finds out whose it is, and which calendars they have. Thread-safe. */
final class GrantConnecting {

    private static final Logger LOG = LoggerFactory.getLogger(GrantConnecting.class);
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Desk desk;
    private final Connecting connecting;
    private final CalendarLists lists;
    private final Function<ProviderId, CalendarProvider> providers;
    private final Function<ProviderId, AuthorizationServer> servers;
    private final Views views;
    private final InstantSource clock;

    GrantConnecting(
            Desk desk,
            Connecting connecting,
            CalendarLists lists,
            Function<ProviderId, CalendarProvider> providers,
            Function<ProviderId, AuthorizationServer> servers,
            Views views,
            InstantSource clock) {
        this.desk = desk;
        this.connecting = connecting;
        this.lists = lists;
        this.providers = providers;
        this.servers = servers;
        this.views = views;
        this.clock = clock;
    }

    /** Connects with what a user has consented to. */
    ConnectResult consented(ConnectRequest request, Grant grant, Instant asked) {
        try (ProviderSession session = open(request.owner(), request.provider(), grant)) {
            Account account = session.account();
            ConnectionRecord wanted =
                    ConnectionRecord.begin(request.owner(), request.provider(), account, request.terms(), asked);
            if (request.reconnect().filter(id -> !id.equals(wanted.id())).isPresent()) {
                return new Declined(Why.OTHER_ACCOUNT, "The account is not the one of the connection");
            }
            Optional<ConnectionRecord> known =
                    desk.connections().find(wanted.id()).map(Stored::value);
            if (known.filter(stored -> keepsOtherwise(stored, request.terms())).isPresent()) {
                return new Declined(
                        Why.OTHER_DETAIL, "The account is connected with another detail: disconnect it first");
            }
            String refreshToken =
                    grant.refreshToken().or(() -> refreshToken(wanted)).orElse("");
            if (refreshToken.isEmpty()) {
                return new Declined(
                        Why.PROVIDER_REFUSED, "The provider gave no refresh token, so the grant would not last");
            }
            Grant lasting = new Grant(grant.accessToken(), grant.life(), Optional.of(refreshToken), grant.access());
            GrantRecord record = GrantRecord.of(lasting, "", request.terms().access(), asked);
            return views.connected(connect(wanted, record, session).id());
        }
    }

    /** A grant that is given again may come without the token it came with first. */
    private Optional<String> refreshToken(ConnectionRecord wanted) {
        return desk.credentials()
                .grant(wanted.id())
                .map(Stored::value)
                .filter(grant -> !grant.standing().lost())
                .map(GrantRecord::refreshToken)
                .filter(token -> !token.isEmpty());
    }

    /** Connects with a grant the host has got itself. */
    ConnectionRecord adopt(OwnerId owner, ProviderId provider, Tokens tokens, Detail detail) {
        Instant now = clock.instant();
        boolean good = !tokens.accessToken().isEmpty() && tokens.expires().isAfter(now.plus(SHORT));
        Grant grant = good
                ? new Grant(
                        tokens.accessToken(),
                        Duration.between(now, tokens.expires()),
                        Optional.of(tokens.refreshToken()),
                        Optional.of(tokens.access()))
                : servers.apply(provider).refresh(tokens.refreshToken());
        Grant lasting = new Grant(
                grant.accessToken(),
                grant.life(),
                grant.refreshToken().or(() -> Optional.of(tokens.refreshToken())),
                grant.access());
        GrantRecord record = GrantRecord.of(lasting, "", tokens.access(), now);
        return connect(owner, provider, lasting, record, new Terms(tokens.access(), detail));
    }

    /** Connects an account the application may act for. */
    ConnectionRecord delegated(OwnerId owner, ProviderId provider, String subject, Terms terms) {
        Instant now = clock.instant();
        Grant grant = servers.apply(provider).delegate(subject, terms.access());
        return connect(owner, provider, grant, GrantRecord.of(grant, subject, terms.access(), now), terms);
    }

    private ConnectionRecord connect(OwnerId owner, ProviderId provider, Grant grant, GrantRecord record, Terms terms) {
        try (ProviderSession session = open(owner, provider, grant)) {
            ConnectionRecord wanted =
                    ConnectionRecord.begin(owner, provider, session.account(), terms, clock.instant());
            return connect(wanted, record, session);
        }
    }

    private ConnectionRecord connect(ConnectionRecord wanted, GrantRecord grant, ProviderSession session) {
        ConnectionRecord connected = connecting.connect(wanted, known -> agreed(known, wanted), (commit, known) -> {
            desk.credentials().put(commit, wanted.id(), grant);
            desk.lists().begin(commit, wanted.id());
            desk.due().put(commit, Job.list(wanted.id().value()), clock.instant());
            desk.due().put(commit, Job.watch(WatchTarget.listOf(wanted.id())), clock.instant());
        });
        try {
            lists.read(connected, session);
        } catch (RuntimeException | Error e) {
            // It stands: its calendars are found by the work that is due.
            CalendarSyncException fault = AdapterFaults.declared(e, connected);
            LOG.debug("calendars not listed yet connection={}", connected.id(), fault);
        }
        return connected;
    }

    private static ConnectionRecord agreed(ConnectionRecord known, ConnectionRecord wanted) {
        if (keepsOtherwise(known, wanted.terms())) {
            throw new InvalidRequest(
                    "The account is connected with another detail: disconnect it first",
                    FaultSource.of(known.provider().value())
                            .connection(known.id().value()));
        }
        return known.agreed(wanted.account(), wanted.terms());
    }

    private static boolean keepsOtherwise(ConnectionRecord known, Terms terms) {
        return known.state() != ConnectionState.DISCONNECTED && known.terms().detail() != terms.detail();
    }

    private ProviderSession open(OwnerId owner, ProviderId provider, Grant grant) {
        Credential credential = new Credential.Bearer(new FirstToken(grant.accessToken()));
        return providers
                .apply(provider)
                .open(new SessionContext(
                        Keyspace.connectionId(owner, provider.value(), "not known yet"), credential, clock));
    }
}
