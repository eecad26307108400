package io.calendarsync.examples.google;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.FaultSource;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Google, with what is read counted; and with connections that have an access token and nothing to renew it with. */
final class Metered implements CalendarProvider {

    /** Stands where a refresh token would, of a connection that has none. */
    static final String NO_REFRESH_TOKEN = "none";

    private final GoogleProvider google;
    private final LongConsumer meter;

    Metered(GoogleProvider google, LongConsumer meter) {
        this.google = google;
        this.meter = meter;
    }

    @Override
    public ProviderId id() {
        return google.id();
    }

    @Override
    public Set<String> feedSchemes() {
        return google.feedSchemes();
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return google.authorization().map(server -> new Renewing(server, FaultSource.of(id().value())));
    }

    @Override
    public Optional<PushDialect> push() {
        return google.push();
    }

    @Override
    public ProviderSession open(SessionContext context) {
        return MeteredSession.of(google.open(context), meter);
    }

    private record Renewing(AuthorizationServer server, FaultSource source) implements AuthorizationServer {
        @Override
        public URI consentPage(Consent consent) {
            return server.consentPage(consent);
        }

        @Override
        public Grant exchange(Consent consent, String code) {
            return server.exchange(consent, code);
        }

        @Override
        public Grant refresh(String refreshToken) {
            if (refreshToken.equals(NO_REFRESH_TOKEN)) {
                throw new AuthorizationLost("The access token is over, and nothing was given to renew it with", source);
            }
            return server.refresh(refreshToken);
        }

        @Override
        public Grant delegate(String subject, Access access) {
            return server.delegate(subject, access);
        }

        @Override
        public void revoke(String token) {
            if (!token.equals(NO_REFRESH_TOKEN)) {
                server.revoke(token);
            }
        }
    }
}
