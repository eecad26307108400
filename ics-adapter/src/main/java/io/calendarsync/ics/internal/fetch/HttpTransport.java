package io.calendarsync.ics.internal.fetch;

import io.calendarsync.FaultSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Fetches feeds over HTTP/1.1, each with a connection of its own. Follows redirects hop by hop, so that every hop's
 * address is checked and connected to like the first. Thread-safe; starts no thread.
 */
public final class HttpTransport implements FeedTransport {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FetchSettings settings;
    private final Dialer dialer;

    /** Creates one that resolves names and connects as the Java platform does. */
    public HttpTransport(FetchSettings settings) {
        this(settings, Resolver.system(), Connector.tcp(settings.connect()));
    }

    HttpTransport(FetchSettings settings, Resolver resolver, Connector connector) {
        this.settings = settings;
        this.dialer = new Dialer(resolver, settings.policy(), connector);
    }

    @Override
    public Fetched get(URI address, Validators known, FaultSource source, InstantSource clock) {
        FeedAddress feed;
        try {
            feed = FeedAddress.of(address);
        } catch (FeedAddress.Unusable e) {
            throw new FetchFaults(source, "").unusable(String.valueOf(e.getMessage()));
        }
        Deadline deadline = Deadline.in(settings.total());
        for (int hop = 0; hop <= FetchSettings.MOST_REDIRECTS; hop++) {
            FetchFaults faults = new FetchFaults(source, feed.host());
            Exchange exchange = exchange(feed, known, deadline, faults);
            Optional<String> location = exchange.head().first("location");
            if (!REDIRECTS.contains(exchange.head().status()) || location.isEmpty()) {
                return outcome(exchange, known, faults, clock);
            }
            feed = follow(feed, location.get(), faults);
        }
        throw new FetchFaults(source, feed.host())
                .unavailable("The feed redirects more than " + FetchSettings.MOST_REDIRECTS + " times");
    }

    private static FeedAddress follow(FeedAddress feed, String location, FetchFaults faults) {
        try {
            return feed.redirectedTo(location);
        } catch (FeedAddress.Unusable e) {
            throw faults.forbidden(String.valueOf(e.getMessage()));
        }
    }

    private static Fetched outcome(Exchange exchange, Validators known, FetchFaults faults, InstantSource clock) {
        if (exchange.head().status() == 304 && !known.isEmpty()) {
            return new Fetched.NotModified();
        }
        return exchange.body()
                .map(Fetched.class::cast)
                .orElseThrow(() -> faults.status(exchange.head(), clock.instant()));
    }

    private Exchange exchange(FeedAddress feed, Validators known, Deadline deadline, FetchFaults faults) {
        try (Socket plain = dialer.dial(feed, deadline)) {
            Socket socket = feed.tls() ? encrypted(plain, feed) : plain;
            String userAgent = settings.userAgent().orElseGet(() -> UserAgents.forHost(feed.host()));
            return Exchange.over(socket, feed, known, userAgent, settings.limits());
        } catch (Dialer.Denied e) {
            throw faults.forbidden(feed.host() + " is not on the public Internet; feeds are not fetched from there");
        } catch (IOException e) {
            throw faults.broken(e);
        }
    }

    /** The name is checked against the certificate, whatever address it was resolved to. */
    private Socket encrypted(Socket plain, FeedAddress feed) throws IOException {
        SSLSocket socket = (SSLSocket) settings.tls().createSocket(plain, feed.host(), feed.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
