package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The one calendar that is written to: one made for this, which goes again, or one that was named, from which all goes
 * that was put into it. Confined to one thread.
 */
final class Workbench implements AutoCloseable {

    private static final String TITLE = "CalendarSync verify-live (can be deleted)";

    private static final int FEW = 2;
    private static final int MANY = 250;
    private static final int MOST_PAGES = 1_000;

    private final LiveApi api;
    private final String calendar;
    private final boolean made;
    private final List<String> events = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private Workbench(LiveApi api, String calendar, boolean made) {
        this.api = api;
        this.calendar = calendar;
        this.made = made;
    }

    /** Makes a calendar, or takes the one that is named. */
    static Workbench open(LiveApi api, String named) {
        if (!named.isEmpty()) {
            return new Workbench(api, named, false);
        }
        Reply reply = api.post("calendars", "{\"summary\": \"" + TITLE + "\"}");
        if (!reply.isFine()) {
            throw Refusal.unreadable(
                    "no calendar could be made to write into (" + reply + "): name one with --calendar");
        }
        return new Workbench(api, reply.text("id"), true);
    }

    LiveApi api() {
        return api;
    }

    /** Returns the path of the calendar's events, with something behind it. */
    String events(String rest) {
        return "calendars/" + LiveApi.encoded(calendar) + "/events" + rest;
    }

    String event(String id) {
        return events("/" + LiveApi.encoded(id));
    }

    /** Returns how many events a page is to hold: few where there are few, so that there are several pages. */
    int pageSize() {
        return made ? FEW : MANY;
    }

    /**
     * Reads a listing to its end, with one query throughout.
     *
     * @param query begins with a question mark
     * @param each is given every page
     * @return whether the end was reached
     */
    boolean pages(String query, Consumer<Reply> each) {
        String page = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Reply reply = api.get(events(query + (page.isEmpty() ? "" : "&pageToken=" + LiveApi.encoded(page))));
            each.accept(reply);
            page = reply.text("nextPageToken");
            if (page.isEmpty()) {
                return reply.isFine();
            }
        }
        return false;
    }

    /** Reads all items of a listing. */
    List<JsonNode> items(String query) {
        List<JsonNode> items = new ArrayList<>();
        pages(query, page -> page.body().path("items").forEach(items::add));
        return items;
    }

    /** Inserts an event; it goes when this is closed. */
    Reply insert(String json) {
        return noted(api.post(events("?sendUpdates=none"), json));
    }

    /** Notes an event that was made in another way. */
    Reply noted(Reply reply) {
        if (reply.isFine()) {
            events.add(reply.text("id"));
        }
        return reply;
    }

    /** Inserts an event that there must be for anything else to be seen. */
    Reply needed(String json) {
        Reply reply = insert(json);
        if (!reply.isFine()) {
            throw Refusal.unreadable("no event can be put into the calendar (" + reply + ")");
        }
        return reply;
    }

    /** Returns an id Google takes, that nobody has taken. */
    static String freshId() {
        return "live" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Returns the day on which all takes place, a week from now. */
    static LocalDate day() {
        Instant then = InstantSource.system().instant().plus(Duration.ofDays(7));
        return LocalDate.ofInstant(then, ZoneOffset.UTC);
    }

    /** Returns an event of an hour on that day, with more members. */
    static String event(int hour, String more) {
        return """
                {"summary": "verify-live", "start": {"dateTime": "%1$sT%2$02d:00:00Z", "timeZone": "UTC"},
                 "end": {"dateTime": "%1$sT%3$02d:00:00Z", "timeZone": "UTC"}%4$s}""".formatted(day(), hour, hour + 1, more.isEmpty() ? "" : ", " + more);
    }

    /** Returns what could not be cleaned up, after {@link #close}. */
    List<String> left() {
        return left;
    }

    /** Takes away what was made. */
    @Override
    public void close() {
        if (made) {
            Reply reply = api.delete("calendars/" + LiveApi.encoded(calendar));
            if (!reply.isFine()) {
                left.add("the calendar \"" + TITLE + "\" (" + reply + ")");
            }
            return;
        }
        for (String id : events) {
            Reply reply = api.delete(event(id) + "?sendUpdates=none");
            if (!reply.isFine() && reply.status() != 410 && reply.status() != 404) {
                left.add("the event " + id + " (" + reply + ")");
            }
        }
    }
}
