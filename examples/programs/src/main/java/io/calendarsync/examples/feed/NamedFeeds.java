package io.calendarsync.examples.feed;

import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.feed.StateDirectory.Drawer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the feeds somebody named, by their SOURCE or by what feed health calls them, among those that are kept. */
final class NamedFeeds {

    private NamedFeeds() {}

    /**
     * Returns where the named feeds are kept, in that order; all there are, if none is named.
     *
     * @throws Refusal if one of them is not kept
     */
    static Set<Drawer> find(Session session, List<String> sources) {
        Map<String, Drawer> known = new LinkedHashMap<>();
        for (Drawer drawer : session.state().drawers()) {
            try (KeptFeed feed = session.open(drawer)) {
                known.put(feed.name(), drawer);
            }
        }
        if (sources.isEmpty()) {
            return new LinkedHashSet<>(known.values());
        }
        return sources.stream()
                .map(source -> Optional.ofNullable(known.get(source))
                        .or(() -> kept(known.values(), Source.of(source, System.getenv())))
                        .orElseThrow(() -> Refusal.usage(
                                "one of the feeds is not kept in this folder: feed health lists those that are")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Drawer> kept(Collection<Drawer> drawers, Source source) {
        return drawers.stream()
                .filter(drawer -> drawer.digest().equals(source.digest()))
                .findFirst();
    }
}
