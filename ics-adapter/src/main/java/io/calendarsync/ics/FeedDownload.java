package io.calendarsync.ics;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.event.Reading;
import io.calendarsync.ics.internal.event.UnreadableFeed;
import io.calendarsync.ics.internal.fetch.Fetched;
import io.calendarsync.ics.internal.fetch.Fetcher;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.ics.internal.identity.Aliases;
import io.calendarsync.ics.internal.line.FeedText;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches and reads the feed of one session. Confined to one thread. */
final class FeedDownload {

    private static final Logger LOG = LoggerFactory.getLogger(FeedDownload.class);

    private final Fetcher fetcher;
    private final URI address;
    private final Reading reading;
    private final FaultSource source;
    private final InstantSource clock;

    FeedDownload(Fetcher fetcher, URI address, Reading reading, FaultSource source, InstantSource clock) {
        this.fetcher = fetcher;
        this.address = address;
        this.reading = reading;
        this.source = source;
        this.clock = clock;
    }

    /** Returns the body as it is now, absent where the server says that it is the one these validators came with. */
    Optional<Fetched.Body> body(Validators known) {
        Fetched fetched = fetcher.get(address, known, source, clock);
        return fetched instanceof Fetched.Body body ? Optional.of(body) : Optional.empty();
    }

    /** Returns how bodies are read: a body read in another way is another. */
    String way() {
        return reading.way();
    }

    Instant now() {
        return clock.instant();
    }

    /** Reads a body. */
    LoadedFeed read(Fetched.Body body, String sha256) {
        FeedText text = FeedText.consuming(body.bytes(), body.charset());
        if (text.isCharsetGuessed()) {
            LOG.warn(
                    "lines are in no charset the feed names connection={} bytes={}",
                    source.connection(),
                    body.bytes().length);
        }
        try {
            Feed feed = Feed.read(text, reading);
            return new LoadedFeed(feed, sha256, body.validators(), body.wireBytes(), clock.instant(), Aliases.none());
        } catch (UnreadableFeed e) {
            throw refused(e);
        }
    }

    private CalendarSyncException refused(UnreadableFeed e) {
        String message = String.valueOf(e.getMessage());
        return e.why() == UnreadableFeed.Why.BEYOND_LIMITS
                ? new InvalidRequest(message, source)
                : new ProviderUnavailable(message, source);
    }
}
