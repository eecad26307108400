package io.calendarsync.ics;

import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.internal.fetch.Fetched;
import io.calendarsync.ics.internal.fetch.Validators;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body a session reads from, and how it gets another. Confined to one thread. */
final class HeldFeed {

    /** How long a body counts as the present state without another request. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final FeedDownload download;
    private final FaultSource source;
    private @Nullable LoadedFeed loaded;
    private boolean inRound;
    /** What came in place of a body that is no more; the round that starts over reads it without another request. */
    private @Nullable LoadedFeed replacement;

    HeldFeed(FeedDownload download, FaultSource source) {
        this.download = download;
        this.source = source;
    }

    /** What a server said to who knows a body already: the same bytes, or a feed to be looked at. */
    record News(Optional<Fetched.Body> same, Optional<LoadedFeed> feed) {}

    /** Keeps a feed, and returns it. */
    LoadedFeed keep(LoadedFeed feed) {
        boolean sameBody = loaded != null && loaded.content().equals(feed.content());
        inRound = inRound && sameBody;
        loaded = feed;
        return feed;
    }

    /** Keeps a feed whose entries have been given the names that all pages of a round tell them under. */
    LoadedFeed begin(LoadedFeed named) {
        loaded = named;
        inRound = true;
        return named;
    }

    /** Returns the feed with these very events that a round has begun with. */
    Optional<LoadedFeed> inRound(String content) {
        return Optional.ofNullable(loaded)
                .filter(feed -> inRound && feed.content().equals(content));
    }

    void drop() {
        loaded = null;
        replacement = null;
    }

    /**
     * Asks for what is new.
     *
     * @param known the end of a body that was read in the same way
     */
    News news(Optional<FeedToken.End> known) {
        LoadedFeed waiting = replacement;
        replacement = null;
        if (waiting != null && isFresh(waiting)) {
            return new News(Optional.empty(), Optional.of(waiting));
        }
        Optional<Fetched.Body> body =
                download.body(known.map(FeedToken.End::validators).orElse(Validators.none()));
        if (body.isEmpty() && known.isEmpty()) {
            throw unaskedFor();
        }
        Optional<String> sha256 = body.map(one -> Sha256.hex(one.bytes()));
        boolean same = sha256.isPresent() && sha256.equals(known.map(FeedToken.End::sha256));
        return same || body.isEmpty()
                ? new News(body, Optional.empty())
                : new News(Optional.empty(), Optional.of(download.read(body.get(), sha256.orElseThrow())));
    }

    /** Returns the feed with these very events, read again, if that is still what its server has. */
    LoadedFeed again(String content) {
        Fetched.Body body = download.body(Validators.none()).orElseThrow(this::unaskedFor);
        LoadedFeed feed = download.read(body, Sha256.hex(body.bytes()));
        if (!feed.content().equals(content)) {
            replacement = feed;
            throw new CursorLost("The feed changed while its pages were read", source);
        }
        return feed;
    }

    /** Returns the feed as it is now, or was a moment ago. */
    LoadedFeed present() {
        LoadedFeed held = loaded;
        if (held != null && isFresh(held)) {
            return held;
        }
        Optional<Fetched.Body> body = download.body(held == null ? Validators.none() : held.validators());
        if (body.isEmpty()) {
            return keep(Objects.requireNonNull(held).confirmed(download.now()));
        }
        String sha256 = Sha256.hex(body.get().bytes());
        return keep(
                held != null && held.sha256().equals(sha256)
                        ? held.confirmed(download.now())
                        : download.read(body.get(), sha256));
    }

    private boolean isFresh(LoadedFeed feed) {
        return download.now().isBefore(feed.at().plus(FRESH));
    }

    private ProviderUnavailable unaskedFor() {
        return new ProviderUnavailable("The feed's server says 304 to who asked for the feed", source);
    }
}
