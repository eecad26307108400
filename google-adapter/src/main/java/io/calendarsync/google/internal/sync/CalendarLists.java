package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.http.HttpRequest;
import com.google.api.services.calendar.Calendar;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Refusal;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Access;
import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteCalendar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads an account's list of calendars, and whose it is. Calendars a user has hidden from view are calendars still: what
 * is kept of them does not hang on a look at a screen. Confined to one thread.
 */
public final class CalendarLists {

    /** The most Google gives. */
    private static final int PAGE_SIZE = 250;

    /** Stands for the parameters: hidden ones too, deleted ones in deltas only. */
    private static final String SHAPE = "c1;";

    private final GoogleApi api;
    private final Requests requests;
    private final ZoneNames zones;

    /** Creates a reader of an account's list. */
    public CalendarLists(GoogleApi api, Requests requests, ZoneNames zones) {
        this.api = api;
        this.requests = requests;
        this.zones = zones;
    }

    /** Returns whose list it is: the primary calendar's id is the account's address. */
    public Account account() {
        Answer answer = requests.require(
                () -> GoogleApi.request(api.calendar().calendarList().get("primary")));
        String id =
                answer.json().map(entry -> Json.text(entry, "id")).orElse("").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            throw requests.faults().unreadable(answer);
        }
        return new Account(id, id);
    }

    /** Returns the page that follows a position. */
    public CalendarListPage page(Position from) {
        if (Changes.base(from) instanceof Position.Cursor cursor
                && !cursor.token().startsWith(SHAPE)) {
            throw requests.faults().foreignCursor();
        }
        Answer answer = requests.send(() -> request(from));
        if (!answer.isSuccess()) {
            throw refused(answer.refusal(), from);
        }
        ScannedPage page = scan(answer);
        List<RemoteCalendar> calendars = new ArrayList<>();
        List<String> gone = new ArrayList<>(0);
        for (Item item : page.items()) {
            ObjectNode entry = item.json().orElseGet(Json::object);
            if (Json.flag(entry, "deleted")) {
                gone.add(item.marks().id());
            } else {
                calendars.add(calendar(item.marks().id(), entry));
            }
        }
        return new CalendarListPage(calendars, gone, next(from, page, answer));
    }

    private HttpRequest request(Position from) throws IOException {
        Calendar.CalendarList.List list =
                api.calendar().calendarList().list().setMaxResults(PAGE_SIZE).setShowHidden(true);
        if (Changes.base(from) instanceof Position.Cursor cursor) {
            list.setSyncToken(cursor.token().substring(SHAPE.length()));
        }
        if (from instanceof Position.NextPage page) {
            list.setPageToken(page.token());
        }
        return GoogleApi.request(list);
    }

    private RuntimeException refused(Refusal refusal, Position from) {
        boolean lost = refusal.status() == 410 || refusal.status() == 400;
        return lost && !(from instanceof Position.Start)
                ? requests.faults().cursorLost(refusal)
                : requests.faults().of(refusal);
    }

    private ScannedPage scan(Answer answer) {
        try {
            return PageScanner.scan(answer.body());
        } catch (IOException e) {
            throw requests.faults().unreadable(answer);
        }
    }

    private Position next(Position from, ScannedPage page, Answer answer) {
        String pageToken = page.text("nextPageToken");
        String syncToken = page.text("nextSyncToken");
        boolean again =
                from instanceof Position.NextPage before && before.token().equals(pageToken);
        if (again || (pageToken.isEmpty() && syncToken.isEmpty())) {
            throw requests.faults().unreadable(answer);
        }
        return pageToken.isEmpty()
                ? new Position.Cursor(SHAPE + syncToken)
                : new Position.NextPage(Changes.base(from), pageToken);
    }

    private RemoteCalendar calendar(String id, ObjectNode entry) {
        String own = Json.text(entry, "summaryOverride");
        String role = Json.text(entry, "accessRole");
        return new RemoteCalendar(
                id,
                own.isEmpty() ? Json.text(entry, "summary") : own,
                zones.resolve(Json.text(entry, "timeZone")).map(ResolvedZone::zone),
                access(role),
                Json.flag(entry, "primary") || role.equals("owner"));
    }

    /** A role nobody knew when this was written allows at least to see when somebody is busy. */
    private static Access access(String role) {
        return switch (role) {
            case "owner", "writer" -> Access.READ_WRITE;
            case "reader" -> Access.READ;
            default -> Access.FREE_BUSY;
        };
    }
}
