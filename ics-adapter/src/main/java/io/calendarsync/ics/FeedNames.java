package io.calendarsync.ics;

import io.calendarsync.FaultSource;
import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.identity.Aliases;
import io.calendarsync.ics.internal.identity.IdSketch;
import io.calendarsync.ics.internal.identity.Pairing;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Recall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out under which names the entries of a feed are told. A feed that keeps its names costs nothing: what is stored is
 * read only where a good part of the names is new and a good part of the old ones is missing, where some are told under
 * other names already, and where a listing begins anew. Confined to one thread.
 */
final class FeedNames {

    private static final Logger LOG = LoggerFactory.getLogger(FeedNames.class);

    private final String calendar;
    private final Recall recall;
    private final FaultSource source;

    /**
     * How a body's entries were named, to be kept in cursors.
     *
     * @param sketch sample of the ids they were told under
     * @param renamed how many were told under another than their own
     */
    record Told(IdSketch sketch, int renamed) {

        static Told of(LoadedFeed feed) {
            List<String> ids =
                    feed.feed().ids().stream().map(feed.aliases()::told).toList();
            return new Told(IdSketch.of(ids), feed.aliases().size());
        }

        boolean calls(Feed feed) {
            return renamed > 0 || sketch.looksRenamed(feed.ids());
        }

        String remark() {
            return FeedNames.remark(renamed);
        }
    }

    /** Returns what there is to say of a feed that renames so many events. */
    static String remark(int renamed) {
        return renamed == 0
                ? ""
                : "The feed gives its events new UIDs (" + renamed
                        + " at last); they are known again by time, title and place.";
    }

    FeedNames(String calendar, Recall recall, FaultSource source) {
        this.calendar = calendar;
        this.recall = recall;
        this.source = source;
    }

    /**
     * Returns a feed with the names of its entries.
     *
     * @param before how they were named last, absent where a listing begins anew
     */
    LoadedFeed named(LoadedFeed loaded, Optional<Told> before, Instant now) {
        Feed feed = loaded.feed();
        if (feed.onlyCancels() || (before.isPresent() && !before.get().calls(feed))) {
            return loaded;
        }
        boolean known = before.isPresent() && before.get().renamed() > 0;
        // A few that are told under other names may be chance; only of a feed that renames most is it likely of the
        // rest.
        boolean renames = known && 2L * before.get().renamed() >= feed.size();
        Aliases aliases = pair(feed, renames, now);
        if (aliases.size() > 0 && !known) {
            LOG.warn(
                    "feed gives events new UIDs, they are matched by content connection={} events={} renamed={}",
                    source.connection(),
                    feed.size(),
                    aliases.size());
        }
        return loaded.named(aliases);
    }

    /** Returns a feed with the names of its entries, whatever its cursor says. */
    LoadedFeed lookedUp(LoadedFeed loaded, Instant now) {
        return loaded.named(pair(loaded.feed(), false, now));
    }

    private Aliases pair(Feed feed, boolean renames, Instant now) {
        List<String> ids = feed.ids();
        Pairing pairing = new Pairing(ids, now);
        recall.each(calendar, pairing::stored);
        if (!pairing.isMissingAny()) {
            return Aliases.none();
        }
        List<Event> unknown = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (pairing.isUnknown(ids.get(i))) {
                unknown.add(feed.event(i));
            }
        }
        return pairing.pair(unknown, renames);
    }
}
