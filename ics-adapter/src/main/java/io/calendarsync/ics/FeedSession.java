package io.calendarsync.ics;

import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.internal.fetch.Fetched;
import io.calendarsync.model.Access;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.PageNotes;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads one feed. The body of a round is held until the session is closed, so that its pages come from one body; a new
 * session that cannot get a body with the same events again says that the page is lost.
 */
final class FeedSession implements ProviderSession {

    static final String CALENDAR = "feed";

    private final Account account;
    private final ZoneId floatingZone;
    private final FeedDownload download;
    private final HeldFeed held;
    private final FeedNames names;
    private final int pageSize;
    private final FaultSource source;

    FeedSession(
            Account account,
            ZoneId floatingZone,
            FeedDownload download,
            FeedNames names,
            int pageSize,
            FaultSource source) {
        this.account = account;
        this.floatingZone = floatingZone;
        this.download = download;
        this.held = new HeldFeed(download, source);
        this.names = names;
        this.pageSize = pageSize;
        this.source = source;
    }

    @Override
    public Account account() {
        return account;
    }

    /** Makes no request. The feed itself is the account, so its calendar is its own. */
    @Override
    public CalendarListPage calendars(Position from) {
        RemoteCalendar feed =
                new RemoteCalendar(CALENDAR, account.label(), Optional.of(floatingZone), Access.READ, true);
        return new CalendarListPage(List.of(feed), new Position.Cursor("feed"));
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        requireFeed(calendar);
        if (from instanceof Position.NextPage next) {
            return followingPage(next);
        }
        Optional<FeedToken.End> known = known(from);
        Optional<FeedToken.End> comparable = known.filter(end -> end.reading().equals(download.way()));
        HeldFeed.News news = held.news(comparable);
        if (news.feed().isEmpty()) {
            return unchanged(comparable.orElseThrow(this::foreign), news.same());
        }
        LoadedFeed feed = news.feed().get();
        if (comparable.isPresent() && comparable.get().content().equals(feed.content())) {
            held.keep(feed);
            return unchanged(
                    comparable
                            .get()
                            .with(feed.sha256(), feed.validators())
                            .with(feed.feed().refresh()),
                    notes(feed, feed.wireBytes()));
        }
        return page(held.begin(named(feed, from)), from, 0);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        requireFeed(calendar);
        LoadedFeed feed = held.present();
        Optional<Event> event = feed.event(eventId);
        if (event.isEmpty() && feed.feed().onlyCancels()) {
            throw new ProviderUnavailable(
                    "The feed lists cancellations only, and this event is not among them", source);
        }
        if (event.isEmpty() && feed.aliases().size() == 0) {
            // Only now, for it reads all that is stored: the feed may list it under another name.
            return held.keep(names.lookedUp(feed, download.now())).event(eventId);
        }
        return event;
    }

    @Override
    public void close() {
        held.drop();
    }

    private LoadedFeed named(LoadedFeed feed, Position base) {
        return names.named(feed, known(base).map(FeedToken.End::told), download.now());
    }

    private static ChangePage unchanged(FeedToken.End end, Optional<Fetched.Body> same) {
        return same.map(body -> unchanged(
                        end.with(end.sha256(), body.validators()),
                        PageNotes.none().withBytes(body.wireBytes())))
                .orElseGet(() -> unchanged(end, PageNotes.none()));
    }

    private static ChangePage unchanged(FeedToken.End end, PageNotes notes) {
        Position.Cursor cursor = new Position.Cursor(end.text());
        return new ChangePage(
                Coverage.CHANGES,
                List.of(),
                cursor,
                notes.withRemark(end.told().remark()).withRefresh(end.refresh()));
    }

    private static PageNotes notes(LoadedFeed feed, long bytes) {
        return new PageNotes(
                bytes,
                feed.feed().name(),
                feed.feed().refresh(),
                Optional.of(feed.feed().floatingZone()),
                "");
    }

    private ChangePage followingPage(Position.NextPage next) {
        FeedToken.Middle middle = FeedToken.middle(next.token()).orElseThrow(this::foreign);
        LoadedFeed feed = held.inRound(middle.content())
                .orElseGet(() -> held.begin(named(held.again(middle.content()), next.base())));
        if (middle.offset() > feed.feed().size()) {
            throw foreign();
        }
        return page(feed, next.base(), middle.offset());
    }

    private ChangePage page(LoadedFeed feed, Position base, int offset) {
        int until = Math.min(offset + pageSize, feed.feed().size());
        List<RemoteChange> changes = feed.changes(offset, until);
        Position next = until == feed.feed().size()
                ? new Position.Cursor(end(feed, base).text())
                : new Position.NextPage(base, new FeedToken.Middle(feed.content(), until).text());
        PageNotes notes = notes(feed, offset == 0 ? feed.wireBytes() : 0)
                .withRemark(FeedNames.remark(feed.aliases().size()));
        return new ChangePage(coverage(feed, base), changes, next, notes);
    }

    /** Cancellations alone (METHOD:CANCEL) are changes to what is known: what they do not list is not gone. */
    private Coverage coverage(LoadedFeed feed, Position base) {
        if (!feed.feed().onlyCancels()) {
            return Coverage.SNAPSHOT;
        }
        if (base instanceof Position.Start) {
            throw new ProviderUnavailable(
                    "The feed lists cancellations only (METHOD:CANCEL), so it does not say what the calendar holds",
                    source);
        }
        return Coverage.CHANGES;
    }

    /** Cancellations alone say nothing of how a feed names its events. */
    private FeedToken.End end(LoadedFeed feed, Position base) {
        Optional<FeedNames.Told> before =
                known(base).map(FeedToken.End::told).filter(told -> feed.feed().onlyCancels());
        return new FeedToken.End(
                download.way(),
                feed.sha256(),
                feed.content(),
                feed.validators(),
                before.orElseGet(() -> FeedNames.Told.of(feed)),
                feed.feed().refresh());
    }

    private Optional<FeedToken.End> known(Position from) {
        return from instanceof Position.Cursor cursor
                ? Optional.of(FeedToken.end(cursor.token()).orElseThrow(this::foreign))
                : Optional.empty();
    }

    private CursorLost foreign() {
        return new CursorLost("The position is none of this feed's", source);
    }

    private void requireFeed(String calendar) {
        if (!calendar.equals(CALENDAR)) {
            throw new NotFound("A feed has one calendar, named " + CALENDAR, source);
        }
    }
}
