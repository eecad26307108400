package io.calendarsync.ics.internal.fetch;

import io.calendarsync.FaultSource;
import io.calendarsync.ics.FeedRequest;
import io.calendarsync.ics.FeedResponse;
import io.calendarsync.ics.FeedTransport;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches feeds over HTTP. Follows redirects hop by hop, each a request of its own, so that every hop's address is looked
 * at like the first. Thread-safe; starts no thread.
 */
public final class HttpFetcher implements Fetcher {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FetchSettings settings;
    private final FeedTransport transport;
    private final HostPace pace;

    /** Creates one. */
    public HttpFetcher(FetchSettings settings, FeedTransport transport, HostPace pace) {
        this.settings = settings;
        this.transport = transport;
        this.pace = pace;
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
            pace.take(feed.host(), clock.instant()).ifPresent(pause -> {
                throw faults.tooSoon(pause);
            });
            Answer answer = ask(feed, known, deadline, faults);
            Optional<String> location = answer.head().first("location");
            if (!REDIRECTS.contains(answer.head().status()) || location.isEmpty()) {
                return outcome(answer, known, faults, clock);
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

    private static Fetched outcome(Answer answer, Validators known, FetchFaults faults, InstantSource clock) {
        if (answer.head().status() == 304 && !known.isEmpty()) {
            return new Fetched.NotModified();
        }
        return answer.body().map(Fetched.class::cast).orElseThrow(() -> faults.status(answer.head(), clock.instant()));
    }

    private Answer ask(FeedAddress feed, Validators known, Deadline deadline, FetchFaults faults) {
        try {
            FeedRequest request = new FeedRequest(feed.asUri(), headers(feed, known), deadline.left());
            try (FeedResponse response = transport.send(request)) {
                return Answer.read(response, settings.limits(), deadline);
            }
        } catch (FeedTransport.Forbidden e) {
            throw faults.forbidden(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw faults.broken(e);
        }
    }

    private Map<String, String> headers(FeedAddress feed, Validators known) {
        Map<String, String> headers = new HashMap<>();
        headers.put("User-Agent", settings.userAgent().orElseGet(() -> UserAgents.forHost(feed.host())));
        headers.put("Accept", "text/calendar, */*;q=0.5");
        headers.put("Accept-Encoding", "gzip");
        feed.authorization().ifPresent(value -> headers.put("Authorization", value));
        if (!known.etag().isEmpty()) {
            headers.put("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            headers.put("If-Modified-Since", known.lastModified());
        }
        return headers;
    }
}
