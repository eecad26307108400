package io.calendarsync.google.internal.sync;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Refusal;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.event.VersionTag;
import io.calendarsync.model.Event;
import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.PageNotes;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a calendar holds or what changed in it, a page at a time. Confined to one thread. */
public final class Changes {

    private final GoogleApi api;
    private final Requests requests;
    private final EventReader reader;
    private final ZoneNames zones;
    private final int pageSize;
    private final OutsideMasters masters;

    /** How many events of the page before there were to read, and how many were read: the next page will be like it. */
    private int offered;

    private int read;

    /**
     * Creates a reader of calendars.
     *
     * @param fetching fetches series the pages do not show
     * @param pageSize most items of a page
     */
    public Changes(
            GoogleApi api, Requests requests, EventReader reader, ZoneNames zones, Fetching fetching, int pageSize) {
        this.api = api;
        this.requests = requests;
        this.reader = reader;
        this.zones = zones;
        this.pageSize = pageSize;
        this.masters = new OutsideMasters(fetching);
    }

    /** Returns the page that follows a position. */
    public ChangePage page(String calendar, Position from) {
        Shape shape = Shape.of(from).orElseThrow(requests.faults()::foreignCursor);
        Answer answer = requests.send(() -> request(calendar, from, shape));
        if (!answer.isSuccess()) {
            throw refused(answer.refusal(), from);
        }
        ScannedPage page = scan(answer);
        List<RemoteChange> changes = new ArrayList<>(page.items().size());
        page.items().forEach(item -> changes.add(change(item)));
        masters.missing(calendar, from, shape, page).forEach(master -> changes.add(new RemoteChange.Present(master)));
        boolean listing = base(from) instanceof Position.Start;
        return new ChangePage(
                listing ? Coverage.LISTING : Coverage.CHANGES,
                changes,
                next(from, shape, page, answer),
                notes(page, answer));
    }

    /** Begins to fetch the page that follows a position, if it is one. */
    public void ahead(String calendar, Position from) {
        Shape.of(from).ifPresent(shape -> requests.ahead(() -> request(calendar, from, shape), api.transport()));
    }

    private HttpRequest request(String calendar, Position from, Shape shape) throws IOException {
        Calendar.Events.List list = api.calendar().events().list(calendar).setMaxResults(pageSize);
        if (base(from) instanceof Position.Cursor cursor) {
            list.setSyncToken(Shape.syncToken(cursor));
        } else {
            // Without an offset of its own, the vendor's class writes the one of the machine.
            list.setTimeMin(new DateTime(false, shape.from().toEpochMilli(), 0));
        }
        if (from instanceof Position.NextPage page) {
            list.setPageToken(page.token());
        }
        return GoogleApi.request(list);
    }

    static Position base(Position from) {
        return from instanceof Position.NextPage page ? page.base() : from;
    }

    /** Three things are said with 410, by its reason; and a token Google cannot read at all is a 400. */
    private RuntimeException refused(Refusal refusal, Position from) {
        boolean tokenSent = !(from instanceof Position.Start);
        boolean lost = (refusal.status() == 410 && !refusal.says("deleted")) || refusal.status() == 400;
        return tokenSent && lost
                ? requests.faults().cursorLost(refusal)
                : requests.faults().of(refusal);
    }

    private ScannedPage scan(Answer answer) {
        try {
            ScannedPage page = 2 * read >= offered ? PageScanner.read(answer.body()) : PageScanner.scan(answer.body());
            offered = page.items().size();
            read = 0;
            return page;
        } catch (IOException e) {
            throw requests.faults().unreadable(answer);
        }
    }

    /** A tombstone may hold its id and nothing else; only a cancelled instance says what does not take place. */
    private RemoteChange change(Item item) {
        Item.Marks marks = item.marks();
        if (marks.cancelled() && !marks.isCancelledInstance()) {
            return new RemoteChange.Gone(marks.id());
        }
        return RemoteChange.Present.tagged(marks.id(), VersionTag.of(marks.etag()), () -> event(item));
    }

    private Event event(Item item) {
        read++;
        String id = item.marks().id();
        String etag = item.marks().etag();
        return item.members()
                .map(members -> reader.read(id, etag, members, item.page(), item.from(), item.length()))
                .orElseGet(() -> reader.read(id, etag, item.page(), item.from(), item.length()));
    }

    /** Pages may be short or empty: only a page with a sync token is the last. */
    private Position next(Position from, Shape shape, ScannedPage page, Answer answer) {
        String pageToken = page.text("nextPageToken");
        if (!pageToken.isEmpty()) {
            if (from instanceof Position.NextPage before && before.token().equals(pageToken)) {
                throw requests.faults().unreadable(answer);
            }
            return new Position.NextPage(base(from), pageToken);
        }
        String syncToken = page.text("nextSyncToken");
        if (syncToken.isEmpty()) {
            throw requests.faults().unreadable(answer);
        }
        return shape.cursor(syncToken);
    }

    private PageNotes notes(ScannedPage page, Answer answer) {
        Optional<ResolvedZone> zone = zones.resolve(page.text("timeZone"));
        String remark = page.nameless() == 0
                ? ""
                : "Google lists entries without an id, which cannot be told: " + page.nameless() + " on one page";
        return new PageNotes(
                answer.body().length, page.text("summary"), Optional.empty(), zone.map(ResolvedZone::zone), remark);
    }
}
