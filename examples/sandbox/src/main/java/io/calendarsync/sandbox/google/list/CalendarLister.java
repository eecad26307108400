package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.Account;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.ListEntry;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists somebody's calendars, whole or what changed. */
public final class CalendarLister {

    private static final int DEFAULT_ROWS = 100;

    private static final int MOST_ROWS = 250;

    private final World world;
    private final ListTokens tokens;
    private final PageSizes sizes;
    private final Pages pages;
    private final CalendarEntries entries;

    /** Works on a world. */
    public CalendarLister(World world, ListTokens tokens, PageSizes sizes) {
        this.world = world;
        this.tokens = tokens;
        this.sizes = sizes;
        this.pages = new Pages(tokens);
        this.entries = new CalendarEntries(world);
    }

    /** Returns a page. */
    public Answer list(Account account, Query query) {
        boolean delta = query.text("syncToken").isPresent();
        Optional<Boolean> showDeleted = query.flag("showDeleted");
        Optional<Boolean> showHidden = query.flag("showHidden");
        Optional<AccessRole> least = query.oneOf(
                        "minAccessRole", List.of("freeBusyReader", "reader", "writer", "owner"))
                .flatMap(AccessRole::of);
        if (delta && (least.isPresent() || isNo(showDeleted) || isNo(showHidden))) {
            throw ApiException.badRequest(
                            "badRequest",
                            "minAccessRole, showDeleted=false and showHidden=false cannot be used with a sync token.")
                    .at("parameter", "syncToken");
        }
        boolean withDeleted = delta || showDeleted.orElse(false);
        boolean withHidden = delta || showHidden.orElse(false);
        ListScope scope = new ListScope(
                "calendarList " + account.email(),
                "",
                List.of(withDeleted, withHidden, least).toString(),
                account.listGeneration(),
                0);
        Walk walk = tokens.walk(scope, query);
        long from = walk.cursor().isEmpty() ? walk.after() : Long.parseLong(walk.cursor());
        Stream<Row> rows = account.between(from, walk.upTo()).values().stream()
                .map(id -> account.entry(id).orElseThrow())
                .filter(entry -> withDeleted || !entry.deleted())
                .filter(entry -> withHidden || !entry.hidden())
                .filter(entry ->
                        least.filter(role -> !entry.role().covers(role)).isEmpty())
                .map(entry -> new Row(Long.toString(entry.version()), Json.bytes(entries.resource(entry))));
        ObjectNode head = Json.object().put("kind", "calendar#calendarList").put("etag", Etags.of(world.version()));
        int asked = query.number("maxResults", 1).orElse(DEFAULT_ROWS);
        return pages.page(head, rows, walk, scope, sizes.next(asked, MOST_ROWS), least.isEmpty());
    }

    private static boolean isNo(Optional<Boolean> flag) {
        return !flag.orElse(true);
    }

    /** Returns one entry as it is sent. */
    public ObjectNode resource(ListEntry entry) {
        return entries.resource(entry);
    }
}
