package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventTimes;
import io.calendarsync.sandbox.google.event.Instances;
import io.calendarsync.sandbox.google.event.Series;
import io.calendarsync.sandbox.google.event.Span;
import io.calendarsync.sandbox.google.event.StoredEvent;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists the instances of one series, changed ones in place of what they were. */
public final class InstanceLister {

    private static final int DEFAULT_ROWS = 250;

    private final World world;
    private final ListTokens tokens;
    private final PageSizes sizes;
    private final Pages pages;

    /** Works on a world. */
    public InstanceLister(World world, ListTokens tokens, PageSizes sizes) {
        this.world = world;
        this.tokens = tokens;
        this.sizes = sizes;
        this.pages = new Pages(tokens);
    }

    /** Returns a page. */
    public Answer list(StoredCalendar calendar, String viewer, boolean busyOnly, String id, Query query) {
        StoredEvent master = calendar.events()
                .find(id)
                .filter(event -> event.index().series())
                .orElseThrow(ApiException::notFound);
        boolean showDeleted = query.flag("showDeleted").orElse(false);
        Span asked = EventQuery.window(query);
        // Unlike that of lists, the lower bound of instances is in.
        Span window = new Span(Math.max(asked.start(), Long.MIN_VALUE + 1) - 1, asked.end());
        EventView view = new EventView(busyOnly, false, query.number("maxAttendees", 1), query.zone("timeZone"));
        int rows = query.number("maxResults", 1).orElse(DEFAULT_ROWS);
        String shape = List.of(showDeleted, window, query.textOrEmpty("originalStart"), view)
                .toString();
        ListScope scope = new ListScope("instances " + calendar.id() + " " + id + " " + viewer, "", shape, 0, 0);
        Walk walk = tokens.walk(scope, query);
        Lookup lookup = new Lookup(calendar, master, window, showDeleted, view);
        List<Row> all = lookup.rows(query.text("originalStart"));
        ObjectNode head = Json.object()
                .put("kind", "calendar#events")
                .put("etag", Etags.of(world.version()))
                .put("summary", calendar.title())
                .put("timeZone", query.zone("timeZone").orElse(calendar.zone()).getId())
                .put("accessRole", calendar.role(viewer).wire());
        return pages.page(
                head,
                all.stream().filter(row -> row.key().compareTo(walk.cursor()) > 0),
                walk,
                scope,
                sizes.next(rows, EventLister.MOST_ROWS),
                false);
    }

    /** The rows of one series, in the order of their original starts. */
    private record Lookup(
            StoredCalendar calendar, StoredEvent master, Span window, boolean showDeleted, EventView view) {

        List<Row> rows(Optional<String> originalStart) {
            ObjectNode tree = master.tree();
            Series series = Series.of(tree, calendar.zone());
            SortedMap<String, byte[]> rows = new TreeMap<>();
            Set<String> changed = new HashSet<>();
            for (StoredEvent exception : calendar.events().exceptionsOf(master.id())) {
                String stamp = exception.id().substring(master.id().length() + 1);
                changed.add(stamp);
                boolean there = showDeleted || !exception.index().cancelled();
                if (there && exception.index().span().reachesInto(window)) {
                    rows.put(stamp, view.bytes(exception));
                }
            }
            if (showDeleted || !master.index().cancelled()) {
                for (EventTimes times : series.within(window, EventRows.FAR)) {
                    if (!changed.contains(times.stamp())) {
                        rows.put(times.stamp(), view.bytes(Instances.tree(calendar, tree, times)));
                    }
                }
            }
            originalStart
                    .map(text -> stamp(series, text))
                    .ifPresent(wanted -> rows.keySet().removeIf(stamp -> !stamp.equals(wanted)));
            return rows.entrySet().stream()
                    .map(row -> new Row(row.getKey(), row.getValue()))
                    .toList();
        }

        private static String stamp(Series series, String text) {
            try {
                return text.indexOf('T') < 0
                        ? text.replace("-", "")
                        : series.at(OffsetDateTime.parse(text).toInstant())
                                .map(EventTimes::stamp)
                                .orElse("");
            } catch (DateTimeException malformed) {
                throw (ApiException)
                        ApiException.parameter("originalStart", "Bad Request").initCause(malformed);
            }
        }
    }
}
