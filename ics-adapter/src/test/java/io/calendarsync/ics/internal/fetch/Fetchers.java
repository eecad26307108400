package io.calendarsync.ics.internal.fetch;

import java.time.Duration;
import java.util.SplittableRandom;

/** Fetchers for tests. */
final class Fetchers {

    private Fetchers() {}

    static HttpFetcher http(FetchSettings settings) {
        return over(settings, new SocketTransport(settings));
    }

    static HttpFetcher http(FetchSettings settings, Resolver names) {
        return over(settings, new SocketTransport(settings, names, Connector.tcp(settings.connect())));
    }

    private static HttpFetcher over(FetchSettings settings, SocketTransport transport) {
        return new HttpFetcher(
                settings, transport, new HostPace(1_000_000, Duration.ofSeconds(1), new SplittableRandom(1)));
    }
}
