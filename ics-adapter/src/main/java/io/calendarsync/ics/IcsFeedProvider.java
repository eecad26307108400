package io.calendarsync.ics;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ics.internal.event.Reading;
import io.calendarsync.ics.internal.fetch.FetchSettings;
import io.calendarsync.ics.internal.fetch.Fetcher;
import io.calendarsync.ics.internal.fetch.FileFetcher;
import io.calendarsync.ics.internal.fetch.HostPace;
import io.calendarsync.ics.internal.fetch.HttpFetcher;
import io.calendarsync.ics.internal.fetch.SocketTransport;
import io.calendarsync.ics.internal.zone.ZoneMatcher;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar feeds: iCalendar files (RFC 5545) that somebody publishes at an address.
 *
 * <p>A feed is one calendar, named {@code feed}. It is compared as a whole: an unchanged one costs a request answered
 * with 304 or a digest, a changed one comes as a snapshot in pages. An answer that is no complete calendar is a failure,
 * never an empty or shorter calendar. The address is a secret and appears in no fault, log or {@code toString}.
 *
 * <p>Addresses are supplied by strangers, so by default only the public Internet is fetched from, see {@link
 * AddressPolicy}. Proxies of the JVM are not used.
 *
 * <pre>{@code
 * CalendarProvider feeds = IcsFeedProvider.builder().build();
 * }</pre>
 *
 * <p>Thread-safe; starts no thread.
 *
 * @since 0.1
 */
public final class IcsFeedProvider implements CalendarProvider {

    private final ProviderId id;
    private final FeedLimits limits;
    private final int pageSize;
    private final boolean utcSeriesAtHome;
    private final ZoneNames zoneNames = ZoneNames.bundled();
    private final ZoneMatcher zones = new ZoneMatcher(zoneNames);
    private final Map<String, Fetcher> fetchers;

    private IcsFeedProvider(Builder builder, Map<String, Fetcher> fetchers) {
        this.id = builder.id;
        this.limits = builder.limits;
        this.pageSize = builder.pageSize;
        this.utcSeriesAtHome = builder.utcSeriesAtHome;
        this.fetchers = Map.copyOf(fetchers);
    }

    /** {@return a builder of a provider named {@code ics}} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ProviderId id() {
        return id;
    }

    /** Returns {@code http}, {@code https}, {@code webcal}, {@code webcals}, and {@code file} if allowed. */
    @Override
    public Set<String> feedSchemes() {
        return fetchers.keySet();
    }

    /** Returns nothing: feeds send no notifications. */
    @Override
    public Optional<AuthorizationServer> authorization() {
        return Optional.empty();
    }

    @Override
    public Optional<PushDialect> push() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidRequest if the credential is no feed or its address has none of the {@link #feedSchemes()}
     */
    @Override
    public ProviderSession open(SessionContext context) {
        FaultSource source =
                FaultSource.of(id.value()).connection(context.connection().value());
        if (!(context.credential() instanceof Credential.Feed feed)) {
            throw new InvalidRequest("A feed is connected by its address, not by an account", source);
        }
        Fetcher fetcher = fetchers.get(scheme(feed.address()));
        if (fetcher == null) {
            throw new InvalidRequest("Feeds are read from addresses of " + feedSchemes() + " only", source);
        }
        Reading reading = new Reading(limits, zoneNames, zones, feed.floatingZone(), utcSeriesAtHome);
        FeedDownload download = new FeedDownload(fetcher, feed.address(), reading, source, context.clock());
        FeedNames names = new FeedNames(FeedSession.CALENDAR, context.recall(), source);
        return new FeedSession(FeedAccount.of(feed.address()), feed.floatingZone(), download, names, pageSize, source);
    }

    @Override
    public String toString() {
        return "IcsFeedProvider[" + id + "]";
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    /**
     * Builds an {@link IcsFeedProvider}; confined to one thread. Every method returns the builder itself.
     *
     * @since 0.1
     */
    public static final class Builder {

        private ProviderId id = new ProviderId("ics");
        private FeedLimits limits = FeedLimits.defaults();
        private AddressPolicy policy = AddressPolicy.publicOnly();
        private Duration connect = Duration.ofSeconds(5);
        private Duration total = Duration.ofSeconds(30);
        private int pageSize = 500;
        private boolean utcSeriesAtHome;
        private Optional<String> userAgent = Optional.empty();
        private @Nullable SSLContext tls;
        private @Nullable Path fileRoot;
        private @Nullable FeedTransport transport;
        private @Nullable Fetcher fetcher;
        private HostPace pace = new HostPace(120, Duration.ofMinutes(1), new SplittableRandom());

        private Builder() {}

        /**
         * Sets the name under which it is registered; {@code ics} by default.
         *
         * @param value a name no other registered provider has
         * @return this
         */
        public Builder id(ProviderId value) {
            this.id = value;
            return this;
        }

        /**
         * Sets how much of a feed is read; {@link FeedLimits#defaults()} by default.
         *
         * @param value the limits
         * @return this
         */
        public Builder limits(FeedLimits value) {
            this.limits = value;
            return this;
        }

        /**
         * Sets which machines may be fetched from; {@link AddressPolicy#publicOnly()} by default.
         *
         * @param value the policy
         * @return this
         */
        public Builder addressPolicy(AddressPolicy value) {
            this.policy = value;
            return this;
        }

        /**
         * Sets how long a request may take.
         *
         * @param toConnect for opening one connection; 5 seconds by default
         * @param inAll for everything with all redirects, however slowly it comes; 30 seconds by default
         * @return this
         * @throws IllegalArgumentException unless both are positive and at most a day
         */
        public Builder timeouts(Duration toConnect, Duration inAll) {
            this.connect = requireReasonable(toConnect);
            this.total = requireReasonable(inAll);
            return this;
        }

        /**
         * Sets how many events a page holds; 500 by default.
         *
         * @param events at most
         * @return this
         * @throws IllegalArgumentException unless positive
         */
        public Builder pageSize(int events) {
            if (events < 1) {
                throw new IllegalArgumentException("a page holds at least one event: " + events);
            }
            this.pageSize = events;
            return this;
        }

        /**
         * Lets series that are written in UTC follow the clocks of the zone their feed names (X-WR-TIMEZONE), as some
         * senders mean them. Without it UTC is UTC: such a series moves by an hour where clocks change.
         *
         * @return this
         */
        public Builder utcSeriesInCalendarZone() {
            this.utcSeriesAtHome = true;
            return this;
        }

        /**
         * Sets the User-Agent of every request. Without it, requests name this library, and a browser where a host is
         * known to serve nobody else.
         *
         * @param value as sent
         * @return this
         * @throws IllegalArgumentException if it is empty or holds anything but printable ASCII
         */
        public Builder userAgent(String value) {
            if (value.isEmpty() || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("a User-Agent is printable ASCII");
            }
            this.userAgent = Optional.of(value);
            return this;
        }

        /**
         * Sets what makes TLS connections, for hosts with certificate authorities of their own; the JVM's by default.
         *
         * @param value initialised
         * @return this
         */
        public Builder sslContext(SSLContext value) {
            this.tls = value;
            return this;
        }

        /**
         * Lets feeds be read from files.
         *
         * @param root only files in this folder and the folders within are read, links resolved
         * @return this
         */
        public Builder allowFiles(Path root) {
            this.fileRoot = root;
            return this;
        }

        /**
         * Sets how often one host may be asked, whichever feeds that is for; 120 requests a minute by default. A request
         * beyond is not sent: the feed is read later, as if its server had asked for that. Files are read as often as
         * wanted.
         *
         * @param requests at most, each hop of a redirect counted
         * @param within in this time
         * @return this
         * @throws IllegalArgumentException unless there is at least one request, and the time is at least a millisecond
         *     and at most a day
         */
        public Builder pace(int requests, Duration within) {
            if (requests < 1) {
                throw new IllegalArgumentException("at least one request: " + requests);
            }
            this.pace = new HostPace(requests, requireReasonable(within), new SplittableRandom());
            return this;
        }

        /**
         * Sets what sends requests in place of the library's own sockets. {@link #addressPolicy}, {@link #sslContext} and
         * the time to connect are then for it to see to.
         *
         * @param value which sees to all that {@link FeedTransport} says
         * @return this
         */
        public Builder transport(FeedTransport value) {
            this.transport = value;
            return this;
        }

        Builder fetcher(Fetcher value) {
            this.fetcher = value;
            return this;
        }

        /** {@return the provider} */
        public IcsFeedProvider build() {
            Fetcher web = fetcher != null ? fetcher : overHttp();
            Map<String, Fetcher> fetchers = new HashMap<>();
            for (String scheme : Set.of("http", "https", "webcal", "webcals")) {
                fetchers.put(scheme, web);
            }
            if (fileRoot != null) {
                fetchers.put("file", new FileFetcher(fileRoot, limits.decodedBytes()));
            }
            return new IcsFeedProvider(this, fetchers);
        }

        private Fetcher overHttp() {
            FetchSettings settings = new FetchSettings(policy, limits, connect, total, userAgent, socketFactory());
            return new HttpFetcher(settings, transport != null ? transport : new SocketTransport(settings), pace);
        }

        private SSLSocketFactory socketFactory() {
            return tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls.getSocketFactory();
        }

        private static Duration requireReasonable(Duration value) {
            if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("must be a millisecond to a day, is " + value);
            }
            return value;
        }
    }
}
