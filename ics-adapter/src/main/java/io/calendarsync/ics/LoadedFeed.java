package io.calendarsync.ics;

import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.ics.internal.identity.Aliases;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Instant;
import java.util.ArrayList;
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
    List<RemoteChange> changes(int from, int until) {
        List<RemoteChange> changes = new ArrayList<>(until - from);
        for (int place = from; place < until; place++) {
            changes.add(change(place));
        }
        return changes;
    }

    private RemoteChange change(int place) {
        String id = feed.id(place);
        return aliases.concern(id)
                ? new RemoteChange.Present(aliases.told(feed.event(place)))
                : RemoteChange.Present.tagged(id, feed.tag(place), () -> feed.event(place));
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
