package io.calendarsync.ics;

import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.fetch.Validators;
import java.time.Instant;

/**
 * A feed that a session holds.
 *
 * @param feed what is in it
 * @param sha256 of its body
 * @param validators that came with it
 * @param wireBytes how many bytes were read for it
 * @param at when it was last known to be what its server has
 */
record LoadedFeed(Feed feed, String sha256, Validators validators, long wireBytes, Instant at) {

    /** Returns the digest of its events. */
    String content() {
        return feed.digest();
    }

    LoadedFeed confirmed(Instant now) {
        return new LoadedFeed(feed, sha256, validators, wireBytes, now);
    }
}
