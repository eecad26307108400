package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import java.util.Optional;

/** Finds what an id means: a stored event, or an instance of a series that nobody has touched. */
public final class EventFinder {

    private EventFinder() {}

    /** Returns what an id means; refuses ids of nothing. */
    public static Found find(StoredCalendar calendar, String id) {
        return calendar.events()
                .find(id)
                .map(stored -> new Found(stored.tree(), stored.etag(), Optional.of(stored)))
                .or(() -> instance(calendar, id))
                .orElseThrow(ApiException::notFound);
    }

    private static Optional<Found> instance(StoredCalendar calendar, String id) {
        int underscore = id.lastIndexOf('_');
        if (underscore < 0) {
            return Optional.empty();
        }
        return calendar.events()
                .find(id.substring(0, underscore))
                .filter(master -> master.index().series() && !master.index().cancelled())
                .flatMap(master -> {
                    ObjectNode tree = master.tree();
                    return Series.of(tree, calendar.zone())
                            .at(id.substring(underscore + 1))
                            .map(times ->
                                    new Found(Instances.tree(calendar, tree, times), master.etag(), Optional.empty()));
                });
    }

    /**
     * What an id means.
     *
     * @param tree the whole resource, a copy of its own
     * @param etag its version tag; an instance nobody touched has its series'
     * @param stored the event, unless it is an instance nobody touched
     */
    public record Found(ObjectNode tree, String etag, Optional<StoredEvent> stored) {

        /** Returns whether it is no more. */
        public boolean isCancelled() {
            return tree.path("status").asText().equals("cancelled");
        }
    }
}
