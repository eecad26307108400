package io.calendarsync.testkit.provider;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.util.Optional;
import java.util.Set;

/**
 * The adapter of a {@link FakeCalendars} server. Thread-safe. A feed address {@code fake://host/NAME?key=KEY} opens the
 * account of that name; the key is the account's secret. So does a grant of {@link FakeCalendars#grants()}.
 *
 * @since 0.1
 */
public final class FakeProvider implements CalendarProvider {

    static final String SCHEME = "fake";

    private final ProviderId id;
    private final FakeCalendars server;
    private final FakePush push = new FakePush();

    /**
     * Creates the adapter of that server, registered as {@code fake}.
     *
     * @param server what it reads
     */
    public FakeProvider(FakeCalendars server) {
        this(new ProviderId(SCHEME), server);
    }

    /**
     * Creates the adapter of that server, registered under another id.
     *
     * @param id the id hosts register it under
     * @param server what it reads
     */
    public FakeProvider(ProviderId id, FakeCalendars server) {
        this.id = id;
        this.server = server;
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public Set<String> feedSchemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return Optional.of(new FakeAuthorization(id, server));
    }

    @Override
    public Optional<PushDialect> push() {
        return Optional.of(push);
    }

    @Override
    public ProviderSession open(SessionContext context) {
        if (context.credential() instanceof Credential.Feed feed
                && SCHEME.equals(feed.address().getScheme())) {
            return open(new Door.Address(server, FakeAddress.of(feed.address())), context);
        }
        if (context.credential() instanceof Credential.Bearer bearer) {
            return open(new Door.Token(server, bearer.tokens()), context);
        }
        throw new InvalidRequest(
                "the fake provider opens feed addresses of the form fake://host/account and nothing else",
                FaultSource.of(id.value()).connection(context.connection().value()));
    }

    private ProviderSession open(Door door, SessionContext context) {
        FakeRequests requests = new FakeRequests(server, door, new RefusalMapper(id, context));
        return requests.send(ProviderCall.Kind.OPEN, "", "", () -> new FakeSession(door, requests));
    }
}
