package io.calendarsync.sandbox.google.list;

import io.calendarsync.sandbox.google.event.EventTimes;
import io.calendarsync.sandbox.google.event.Instances;
import io.calendarsync.sandbox.google.event.Series;
import io.calendarsync.sandbox.google.event.Span;
import io.calendarsync.sandbox.google.event.StoredEvent;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a query, in the order of change or in the order asked for. */
final class EventRows {

    /** How far ahead an endless series is unfolded: this many instances, unless the window ends before. */
    static final int FAR = 730;

    /** How much of a series that is no more is told, unfolded. */
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private final StoredCalendar calendar;
    private final EventQuery query;
    private final EventView view;
    private final EventFilter filter;
    private final Instant now;

    EventRows(StoredCalendar calendar, EventQuery query, EventView view, Instant now) {
        this.calendar = calendar;
        this.query = query;
        this.view = view;
        this.filter = new EventFilter(query);
        this.now = now;
    }

    /** Returns the rows behind a walk's cursor. */
    Stream<Row> behind(Walk walk) {
        if (query.orderBy().isEmpty()) {
            return inOrderOfChange(walk);
        }
        Stream<Row> all = calendar.events().between(walk.after(), walk.upTo()).values().stream()
                .filter(filter::means)
                .flatMap(this::rows);
        return all.sorted(Comparator.comparing(Row::key))
                .filter(row -> row.key().compareTo(walk.cursor()) > 0);
    }

    private Stream<Row> inOrderOfChange(Walk walk) {
        long from = walk.after();
        int done = 0;
        if (!walk.cursor().isEmpty()) {
            int colon = walk.cursor().indexOf(':');
            from = Long.parseLong(walk.cursor().substring(0, colon)) - 1;
            done = Integer.parseInt(walk.cursor().substring(colon + 1)) + 1;
        }
        long resumed = from + 1;
        int skip = done;
        return calendar.events().between(from, walk.upTo()).values().stream()
                .filter(filter::means)
                .flatMap(event -> event.version() == resumed ? rows(event).skip(skip) : rows(event));
    }

    private Stream<Row> rows(StoredEvent event) {
        if (!query.single() || !event.index().series()) {
            return Stream.of(new Row(key(event, event.index().span(), 0), view.bytes(event)));
        }
        return event.index().cancelled() ? goneInstances(event) : instances(event);
    }

    private Stream<Row> instances(StoredEvent master) {
        var tree = master.tree();
        Set<String> apart = calendar.events().exceptionsOf(master.id()).stream()
                .map(StoredEvent::id)
                .collect(Collectors.toSet());
        List<EventTimes> times = Series.of(tree, calendar.zone()).within(query.window(), FAR);
        return numbered(master, times, apart, at -> view.bytes(Instances.tree(calendar, tree, at)));
    }

    private Stream<Row> goneInstances(StoredEvent master) {
        Span reach = new Span(now.toEpochMilli(), now.plus(HALF_A_YEAR).toEpochMilli());
        List<EventTimes> times = Series.of(master.tree(), calendar.zone()).within(reach, FAR);
        return numbered(master, times, Set.of(), at -> Json.bytes(Instances.cancelled(calendar, master, at)));
    }

    private Stream<Row> numbered(
            StoredEvent master, List<EventTimes> times, Set<String> without, Function<EventTimes, byte[]> bytes) {
        return IntStream.range(0, times.size())
                .filter(at ->
                        !without.contains(master.id() + "_" + times.get(at).stamp()))
                .mapToObj(at -> new Row(key(master, times.get(at).span(), at), bytes.apply(times.get(at))));
    }

    /** A number for the order, then what makes it unique; by change, the place within a series. */
    private String key(StoredEvent event, Span span, int place) {
        return switch (query.orderBy()) {
            case "startTime" -> sortable(span.start()) + " " + event.id() + " " + place;
            case "updated" -> sortable(event.index().updated()) + " " + event.id() + " " + place;
            default -> event.version() + ":" + place;
        };
    }

    private static String sortable(long millis) {
        return String.format(Locale.ROOT, "%020d", millis - Long.MIN_VALUE / 2);
    }
}
