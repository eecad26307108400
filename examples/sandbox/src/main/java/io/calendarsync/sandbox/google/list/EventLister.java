package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventTimes;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Lists the events of a calendar, whole or what changed. */
public final class EventLister {

    /** How far back changes can be asked for by time. */
    private static final Duration REACH = Duration.ofDays(30);

    private static final int DEFAULT_ROWS = 250;

    /** The most rows that a page ever has. */
    static final int MOST_ROWS = 2_500;

    private final World world;
    private final ListTokens tokens;
    private final PageSizes sizes;
    private final Pages pages;

    /** Works on a world. */
    public EventLister(World world, ListTokens tokens, PageSizes sizes) {
        this.world = world;
        this.tokens = tokens;
        this.sizes = sizes;
        this.pages = new Pages(tokens);
    }

    /** Returns a page. */
    public Answer list(StoredCalendar calendar, String viewer, boolean busyOnly, Query raw) {
        EventQuery query = EventQuery.of(raw);
        int rows = raw.number("maxResults", 1).orElse(DEFAULT_ROWS);
        Instant now = world.now();
        if (query.updatedMin().filter(min -> min.isBefore(now.minus(REACH))).isPresent()) {
            throw ApiException.of(
                            410,
                            "calendar",
                            "updatedMinTooLongAgo",
                            "The requested minimum modification time lies too far in the past.")
                    .at("parameter", "updatedMin");
        }
        ListScope scope = new ListScope(
                "events " + calendar.id() + " " + viewer,
                query.syncShape(),
                query.pageShape(),
                calendar.generation(),
                calendar.events().forgottenUpTo());
        Walk walk = tokens.walk(scope, raw);
        boolean whole =
                raw.flag("showDeleted").orElse(false) || query.updatedMin().isPresent();
        EventView view = new EventView(busyOnly, !whole, query.maxAttendees(), query.zone());
        EventRows all = new EventRows(calendar, query, view, now);
        ObjectNode head = head(calendar, viewer, query, now);
        return pages.page(head, all.behind(walk), walk, scope, sizes.next(rows, MOST_ROWS), query.canBeFollowed());
    }

    private ObjectNode head(StoredCalendar calendar, String viewer, EventQuery query, Instant now) {
        ObjectNode head = Json.object()
                .put("kind", "calendar#events")
                .put("etag", Etags.of(world.version()))
                .put("summary", calendar.title())
                .put("updated", EventTimes.text(now, ZoneOffset.UTC))
                .put("timeZone", query.zone().orElse(calendar.zone()).getId())
                .put("accessRole", calendar.role(viewer).wire());
        if (!calendar.description().isEmpty()) {
            head.put("description", calendar.description());
        }
        head.putArray("defaultReminders").addObject().put("method", "popup").put("minutes", 30);
        return head;
    }
}
