package io.calendarsync.ics;

import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.internal.fetch.Fetched;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarAccess;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.PageNotes;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one feed. The body of a round is held until the session is closed, so that its pages come from one body; a new
 * session that cannot get a body with the same events again says that the page is lost.
 */
final class FeedSession implements ProviderSession {

    private static final String CALENDAR = "feed";

    /** How long a body counts as the present state without another request. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Account account;
    private final ZoneId floatingZone;
    private final FeedDownload download;
    private final int pageSize;
    private final FaultSource source;
    private @Nullable LoadedFeed loaded;
    /** What came in place of a body that is no more; the round that starts over reads it without another request. */
    private @Nullable LoadedFeed replacement;

    FeedSession(Account account, ZoneId floatingZone, FeedDownload download, int pageSize, FaultSource source) {
        this.account = account;
        this.floatingZone = floatingZone;
        this.download = download;
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
                new RemoteCalendar(CALENDAR, account.label(), Optional.of(floatingZone), CalendarAccess.READ, true);
        return new CalendarListPage(List.of(feed), new Position.Cursor("feed"));
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        requireFeed(calendar);
        if (from instanceof Position.NextPage next) {
            return followingPage(next);
        }
        Optional<FeedToken.End> known =
                from instanceof Position.Cursor cursor ? Optional.of(end(cursor)) : Optional.empty();
        Optional<FeedToken.End> comparable = known.filter(end -> end.reading().equals(reading()));
        LoadedFeed feed = replacement;
        replacement = null;
        if (feed == null || !isFresh(feed)) {
            Optional<Fetched.Body> body =
                    download.body(comparable.map(FeedToken.End::validators).orElse(Validators.none()));
            if (body.isEmpty()) {
                return unchanged(from, PageNotes.none());
            }
            String sha256 = Sha256.hex(body.get().bytes());
            if (comparable.isPresent() && comparable.get().sha256().equals(sha256)) {
                Position.Cursor cursor =
                        cursor(sha256, comparable.get().content(), body.get().validators());
                return unchanged(cursor, new PageNotes(body.get().wireBytes(), "", Optional.empty()));
            }
            feed = download.read(body.get(), sha256);
        }
        loaded = feed;
        boolean same = comparable.isPresent() && comparable.get().content().equals(feed.content());
        return same ? unchanged(cursor(feed), notes(feed, feed.wireBytes())) : page(feed, from, 0);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        requireFeed(calendar);
        LoadedFeed feed = present();
        Optional<Event> event = feed.feed().event(eventId);
        if (event.isEmpty() && feed.feed().onlyCancels()) {
            throw new ProviderUnavailable(
                    "The feed lists cancellations only, and this event is not among them", source);
        }
        return event;
    }

    @Override
    public void close() {
        loaded = null;
        replacement = null;
    }

    private static ChangePage unchanged(Position cursor, PageNotes notes) {
        return new ChangePage(Coverage.CHANGES, List.of(), cursor, notes);
    }

    private static PageNotes notes(LoadedFeed feed, long bytes) {
        return new PageNotes(bytes, feed.feed().name(), feed.feed().refresh());
    }

    private ChangePage followingPage(Position.NextPage next) {
        FeedToken.Middle middle = FeedToken.middle(next.token()).orElseThrow(this::foreign);
        LoadedFeed feed = loaded;
        if (feed == null || !feed.content().equals(middle.content())) {
            feed = again(middle.content());
            loaded = feed;
        }
        if (middle.offset() > feed.feed().size()) {
            throw foreign();
        }
        return page(feed, next.base(), middle.offset());
    }

    /** Returns the feed with these very events, if that is still what its server has. */
    private LoadedFeed again(String content) {
        Fetched.Body body = whole();
        LoadedFeed feed = download.read(body, Sha256.hex(body.bytes()));
        if (!feed.content().equals(content)) {
            replacement = feed;
            throw new CursorLost("The feed changed while its pages were read", source);
        }
        return feed;
    }

    private ChangePage page(LoadedFeed feed, Position base, int offset) {
        int until = Math.min(offset + pageSize, feed.feed().size());
        List<RemoteChange> changes = feed.feed().events(offset, until).stream()
                .<RemoteChange>map(RemoteChange.Present::new)
                .toList();
        Position next = until == feed.feed().size()
                ? cursor(feed)
                : new Position.NextPage(base, new FeedToken.Middle(feed.content(), until).text());
        return new ChangePage(coverage(feed, base), changes, next, notes(feed, offset == 0 ? feed.wireBytes() : 0));
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

    private LoadedFeed present() {
        LoadedFeed held = loaded;
        if (held != null && isFresh(held)) {
            return held;
        }
        Optional<Fetched.Body> body = download.body(held == null ? Validators.none() : held.validators());
        LoadedFeed feed;
        if (body.isPresent()) {
            String sha256 = Sha256.hex(body.get().bytes());
            feed = held != null && held.sha256().equals(sha256)
                    ? held.confirmed(download.now())
                    : download.read(body.get(), sha256);
        } else {
            feed = Objects.requireNonNull(held).confirmed(download.now());
        }
        loaded = feed;
        return feed;
    }

    private Fetched.Body whole() {
        return download.body(Validators.none())
                .orElseThrow(
                        () -> new ProviderUnavailable("The feed's server says 304 to who asked for the feed", source));
    }

    private boolean isFresh(LoadedFeed feed) {
        return download.now().isBefore(feed.at().plus(FRESH));
    }

    private Position.Cursor cursor(LoadedFeed feed) {
        return cursor(feed.sha256(), feed.content(), feed.validators());
    }

    private Position.Cursor cursor(String sha256, String content, Validators validators) {
        return new Position.Cursor(new FeedToken.End(reading(), sha256, content, validators).text());
    }

    private FeedToken.End end(Position.Cursor cursor) {
        return FeedToken.end(cursor.token()).orElseThrow(this::foreign);
    }

    private String reading() {
        return FeedToken.reading(floatingZone);
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
