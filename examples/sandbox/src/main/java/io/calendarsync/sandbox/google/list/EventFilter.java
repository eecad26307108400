package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.sandbox.google.event.EventIndex;
import io.calendarsync.sandbox.google.event.Span;
import io.calendarsync.sandbox.google.event.StoredEvent;
import java.util.List;
import java.util.Locale;

/** Says which stored events a query means. */
final class EventFilter {

    private final EventQuery query;
    private final String uid;
    private final String words;
    private final List<String> privateProperties;
    private final List<String> sharedProperties;

    EventFilter(EventQuery query) {
        this.query = query;
        this.uid = query.query().textOrEmpty("iCalUID");
        this.words = query.query().textOrEmpty("q").toLowerCase(Locale.ROOT);
        this.privateProperties = query.query().all("privateExtendedProperty");
        this.sharedProperties = query.query().all("sharedExtendedProperty");
    }

    boolean means(StoredEvent event) {
        EventIndex index = event.index();
        return (query.types().isEmpty() || query.types().contains(index.type()))
                && (uid.isEmpty() || uid.equals(index.uid()))
                && query.updatedMin()
                        .filter(min -> index.updated() < min.toEpochMilli())
                        .isEmpty()
                && isThere(event)
                && isInWindow(event)
                && saysSo(event);
    }

    /** Cancelled instances of a living series always come, other cancelled events in deltas or on demand. */
    private boolean isThere(StoredEvent event) {
        return !event.index().cancelled()
                || query.delta()
                || query.showDeleted()
                || (event.isException() && !query.single());
    }

    /** A series that is no more comes whatever the window is; unfolded, each instance is looked at for itself. */
    private boolean isInWindow(StoredEvent event) {
        boolean deadSeries = event.index().cancelled() && event.index().series();
        return query.window().equals(Span.UNKNOWN)
                || deadSeries
                || event.index().span().reachesInto(query.window());
    }

    private boolean saysSo(StoredEvent event) {
        if (words.isEmpty() && privateProperties.isEmpty() && sharedProperties.isEmpty()) {
            return true;
        }
        JsonNode tree = event.tree();
        JsonNode extended = tree.path("extendedProperties");
        String text = (tree.path("summary").asText() + " "
                        + tree.path("description").asText() + " "
                        + tree.path("location").asText() + " " + tree.path("attendees"))
                .toLowerCase(Locale.ROOT);
        return text.contains(words)
                && privateProperties.stream().allMatch(wanted -> has(extended.path("private"), wanted))
                && sharedProperties.stream().allMatch(wanted -> has(extended.path("shared"), wanted));
    }

    private static boolean has(JsonNode properties, String wanted) {
        int equals = wanted.indexOf('=');
        return equals > 0
                && properties.path(wanted.substring(0, equals)).asText().equals(wanted.substring(equals + 1));
    }
}
