package io.calendarsync.ics;

import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.ics.internal.identity.Aliases;
import io.calendarsync.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A feed that a session holds.
 *
 * @param feed what is in it
 * @param sha256 of its body
 * @param validators that came with it
 * @param wireBytes how many bytes were read for it
 * @param at when it was last known to be what its server has
 * @param aliases which of its entries are told under other names than their own
 */
record LoadedFeed(Feed feed, String sha256, Validators validators, long wireBytes, Instant at, Aliases aliases) {

    /** Returns the digest of its events. */
    String content() {
        return feed.digest();
    }

    /** Returns some of its events, in the order of the text, under the names they are told under. */
    List<Event> events(int from, int until) {
        return feed.events(from, until).stream().map(aliases::told).toList();
    }

    /** Returns the event that is told under an id. */
    Optional<Event> event(String eventId) {
        return feed.event(aliases.inFeed(eventId)).map(aliases::told);
    }

    LoadedFeed confirmed(Instant now) {
        return new LoadedFeed(feed, sha256, validators, wireBytes, now, aliases);
    }

    LoadedFeed named(Aliases names) {
        return new LoadedFeed(feed, sha256, validators, wireBytes, at, names);
    }
}
