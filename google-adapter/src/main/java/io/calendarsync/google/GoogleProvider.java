package io.calendarsync.google;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.google.internal.api.Exchange;
import io.calendarsync.google.internal.api.Faults;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.JdkTransport;
import io.calendarsync.google.internal.api.QuotaUser;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.oauth.Client;
import io.calendarsync.google.internal.oauth.Endpoints;
import io.calendarsync.google.internal.oauth.GoogleAuthorization;
import io.calendarsync.google.internal.watch.GooglePush;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Google Calendar: consent and tokens, calendars in sync, watch channels, writes of single events, free/busy times
 * (<a href="https://developers.google.com/workspace/calendar/api/v3/reference">Calendar API v3</a>).
 *
 * <p>Sessions read, write, import, watch and ask for free/busy times as far as what the user consented to goes. Series
 * come as masters with their changed instances, never expanded. What Google says of an event and the library does not know
 * is kept and sent back untouched.
 *
 * <p>No fault, log or {@code toString} shows a token, a secret or the content of an event, whatever the loggers of the
 * libraries below are set to. Redirects are not followed and requests are not repeated, except that a token Google refuses
 * is replaced once, and that the JDK's client asks again for what it reads over a kept connection that turns out closed.
 *
 * <pre>{@code
 * CalendarProvider google = GoogleProvider.builder("1234.apps.googleusercontent.com", clientSecret)
 *         .applicationName("Acme Rota")
 *         .build();
 * }</pre>
 *
 * <p>Thread-safe. Starts no thread of its own; the JDK's HTTP client it makes unless {@link Builder#httpClient} gives one
 * has daemon threads while it is in use.
 *
 * @since 0.1
 */
public final class GoogleProvider implements CalendarProvider {

    private final ProviderId id;
    private final GoogleApi api;
    private final GoogleAuthorization authorization;
    private final int pageSize;
    private final ZoneNames zones = ZoneNames.bundled();

    private GoogleProvider(Builder builder) {
        this.id = builder.id;
        this.pageSize = builder.pageSize;
        JdkTransport transport = new JdkTransport(builder.client(), builder.total);
        this.api = new GoogleApi(transport, builder.root, builder.applicationName);
        this.authorization = new GoogleAuthorization(
                new Client(builder.clientId, builder.clientSecret),
                new Endpoints(builder.authorizationPage, builder.tokens, builder.revocation),
                Optional.ofNullable(builder.serviceAccount),
                transport,
                FaultSource.of(id.value()),
                builder.clock);
    }

    /**
     * Begins a provider named {@code google}.
     *
     * @param clientId the application's id, from the console of its Google project; empty where only service accounts or
     *     tokens of other origin are used
     * @param clientSecret its secret, empty for a client that has none
     * @return a builder
     */
    public static Builder builder(String clientId, String clientSecret) {
        return new Builder(clientId, clientSecret);
    }

    @Override
    public ProviderId id() {
        return id;
    }

    /** Returns nothing: accounts give their consent. */
    @Override
    public Set<String> feedSchemes() {
        return Set.of();
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return Optional.of(authorization);
    }

    @Override
    public Optional<PushDialect> push() {
        return Optional.of(new GooglePush());
    }

    /**
     * {@inheritDoc}
     *
     * @return a session that also is a {@link io.calendarsync.spi.provider.WritableSession}, an {@link
     *     io.calendarsync.spi.provider.ImportingSession}, a {@link io.calendarsync.spi.provider.WatchableSession} and a
     *     {@link io.calendarsync.spi.provider.FreeBusySession}
     * @throws InvalidRequest if the credential holds no access tokens
     */
    @Override
    public ProviderSession open(SessionContext context) {
        FaultSource source =
                FaultSource.of(id.value()).connection(context.connection().value());
        if (!(context.credential() instanceof Credential.Bearer bearer)) {
            throw new InvalidRequest("Google is connected by an account, not by an address", source);
        }
        Requests requests =
                new Requests(new Exchange(context.clock()), bearer.tokens(), context.budget(), new Faults(source));
        return new GoogleSession(
                api.forUser(QuotaUser.of(context.connection().value())), requests, zones, pageSize, context.clock());
    }

    @Override
    public String toString() {
        return "GoogleProvider[" + id + "]";
    }

    /**
     * Builds a {@link GoogleProvider}; confined to one thread. Every method returns the builder itself.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final int MOST_OF_A_PAGE = 2_500;

        private final String clientId;
        private final String clientSecret;
        private ProviderId id = new ProviderId("google");
        private String applicationName = "CalendarSync";
        private URI root = URI.create("https://www.googleapis.com/");
        private URI authorizationPage = URI.create("https://accounts.google.com/o/oauth2/v2/auth");
        private URI tokens = URI.create("https://oauth2.googleapis.com/token");
        private URI revocation = URI.create("https://oauth2.googleapis.com/revoke");
        private Duration connect = Duration.ofSeconds(10);
        private Duration total = Duration.ofSeconds(60);
        private int pageSize = 1_000;
        private InstantSource clock = InstantSource.system();
        private @Nullable Supplier<String> serviceAccount;
        private @Nullable HttpClient http;

        private Builder(String clientId, String clientSecret) {
            this.clientId = clientId;
            this.clientSecret = clientSecret;
        }

        /**
         * Sets the name under which it is registered; {@code google} by default.
         *
         * @param value a name no other registered provider has
         * @return this
         */
        public Builder id(ProviderId value) {
            this.id = value;
            return this;
        }

        /**
         * Sets what requests name themselves; {@code CalendarSync} by default.
         *
         * @param value 1 to 100 characters of printable ASCII
         * @return this
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder applicationName(String value) {
            if (!value.matches("[ -~]{1,100}")) {
                throw new IllegalArgumentException("an application's name is 1 to 100 characters of printable ASCII");
            }
            this.applicationName = value;
            return this;
        }

        /**
         * Lets the host act for the users of an organization that has delegated this to its service account; {@link
         * AuthorizationServer#delegate} then works.
         *
         * @param keyFile gives the JSON of the service account's key file; asked each time, so that keys can be changed
         * @return this
         */
        public Builder serviceAccount(Supplier<String> keyFile) {
            this.serviceAccount = keyFile;
            return this;
        }

        /**
         * Sets where the Calendar API is, for tests and servers that are compatible with Google's.
         *
         * @param value an address ending in a slash, below which {@code calendar/v3/} lies
         * @return this
         * @throws IllegalArgumentException if it is no such address
         */
        public Builder rootUrl(URI value) {
            if (!requireWeb(value).toString().endsWith("/")) {
                throw new IllegalArgumentException("a root ends in a slash: " + value);
            }
            this.root = value;
            return this;
        }

        /**
         * Sets the page that asks users for consent.
         *
         * @param value an address of http or https
         * @return this
         * @throws IllegalArgumentException if it is no such address
         */
        public Builder authorizationUrl(URI value) {
            this.authorizationPage = requireWeb(value);
            return this;
        }

        /**
         * Sets where tokens are given.
         *
         * @param value an address of http or https
         * @return this
         * @throws IllegalArgumentException if it is no such address
         */
        public Builder tokenUrl(URI value) {
            this.tokens = requireWeb(value);
            return this;
        }

        /**
         * Sets where grants are ended.
         *
         * @param value an address of http or https
         * @return this
         * @throws IllegalArgumentException if it is no such address
         */
        public Builder revocationUrl(URI value) {
            this.revocation = requireWeb(value);
            return this;
        }

        /**
         * Sets how long a request may take.
         *
         * @param toConnect for opening a connection; 10 seconds by default. Not used with {@link #httpClient}
         * @param inAll for everything, the whole answer included, however slowly it comes; 60 seconds by default
         * @return this
         * @throws IllegalArgumentException unless both are a millisecond to a day
         */
        public Builder timeouts(Duration toConnect, Duration inAll) {
            this.connect = requireReasonable(toConnect);
            this.total = requireReasonable(inAll);
            return this;
        }

        /**
         * Sets how many events a page holds at most; 1,000 by default. Google may give fewer.
         *
         * @param events 1 to 2,500
         * @return this
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder pageSize(int events) {
            if (events < 1 || events > MOST_OF_A_PAGE) {
                throw new IllegalArgumentException("a page holds 1 to 2,500 events: " + events);
            }
            this.pageSize = events;
            return this;
        }

        /**
         * Sets what sends the requests, for hosts with a proxy, certificates or threads of their own.
         *
         * @param value the host's, which it may share with others; never closed
         * @return this
         * @throws IllegalArgumentException if it follows redirects, which tokens must not
         */
        public Builder httpClient(HttpClient value) {
            if (value.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException("the client must not follow redirects: it would take tokens along");
            }
            this.http = value;
            return this;
        }

        /**
         * Sets the clock by which delegations are dated and dates of the token server are read; the system's by default.
         *
         * @param value the host's
         * @return this
         */
        public Builder clock(InstantSource value) {
            this.clock = value;
            return this;
        }

        /** {@return the provider} */
        public GoogleProvider build() {
            return new GoogleProvider(this);
        }

        /** HTTP/1.1: what breaks a connection costs one request then, and not all that share it. */
        private HttpClient client() {
            return http != null
                    ? http
                    : HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(connect)
                            .build();
        }

        private static URI requireWeb(URI value) {
            boolean web = "https".equalsIgnoreCase(value.getScheme()) || "http".equalsIgnoreCase(value.getScheme());
            if (!web || value.getHost() == null || value.getRawQuery() != null) {
                throw new IllegalArgumentException("an address of http or https without a query is wanted: " + value);
            }
            return value;
        }

        private static Duration requireReasonable(Duration value) {
            if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("must be a millisecond to a day, is " + value);
            }
            return value;
        }
    }
}
