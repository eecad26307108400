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

    static final String CALENDAR = "feed";

    /** How long a body counts as the present state without another request. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Account account;
    private final ZoneId floatingZone;
    private final FeedDownload download;
    private final FeedNames names;
    private final int pageSize;
    private final FaultSource source;
    private @Nullable LoadedFeed loaded;
    /** What came in place of a body that is no more; the round that starts over reads it without another request. */
    private @Nullable LoadedFeed replacement;

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
                new RemoteCalendar(CALENDAR, account.label(), Optional.of(floatingZone), CalendarAccess.READ, true);
        return new CalendarListPage(List.of(feed), new Position.Cursor("feed"));
    }

    @Override
    public ChangePage changes(String calendar, Position from) {
        requireFeed(calendar);
        if (from instanceof Position.NextPage next) {
            return followingPage(next);
        }
        Optional<FeedToken.End> known = known(from);
        Optional<FeedToken.End> comparable = known.filter(end -> end.reading().equals(reading()));
        LoadedFeed feed = replacement;
        replacement = null;
        if (feed == null || !isFresh(feed)) {
            Optional<Fetched.Body> body =
                    download.body(comparable.map(FeedToken.End::validators).orElse(Validators.none()));
            if (body.isEmpty()) {
                return unchanged(comparable.orElseThrow(this::unaskedFor), PageNotes.none());
            }
            String sha256 = Sha256.hex(body.get().bytes());
            if (comparable.isPresent() && comparable.get().sha256().equals(sha256)) {
                return unchanged(
                        comparable.get().with(sha256, body.get().validators()),
                        PageNotes.none().withBytes(body.get().wireBytes()));
            }
            feed = download.read(body.get(), sha256);
        }
        if (comparable.isPresent() && comparable.get().content().equals(feed.content())) {
            loaded = feed;
            return unchanged(
                    comparable
                            .get()
                            .with(feed.sha256(), feed.validators())
                            .with(feed.feed().refresh()),
                    notes(feed, feed.wireBytes()));
        }
        LoadedFeed named = names.named(feed, known.map(FeedToken.End::told), download.now());
        loaded = named;
        return page(named, from, 0);
    }

    @Override
    public Optional<Event> fetch(String calendar, String eventId) {
        requireFeed(calendar);
        LoadedFeed feed = present();
        Optional<Event> event = feed.event(eventId);
        if (event.isEmpty() && !feed.feed().onlyCancels()) {
            // Only now, for it reads all that is stored: the feed may list it under another name.
            feed = names.lookedUp(feed, download.now());
            loaded = feed;
            event = feed.event(eventId);
        }
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
        LoadedFeed feed = loaded;
        if (feed == null || !feed.content().equals(middle.content())) {
            feed = names.named(again(middle.content()), known(next.base()).map(FeedToken.End::told), download.now());
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
        List<RemoteChange> changes = feed.changes(offset, until);
        Position next = until == feed.feed().size()
                ? new Position.Cursor(end(feed).text())
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
        return download.body(Validators.none()).orElseThrow(this::unaskedFor);
    }

    private ProviderUnavailable unaskedFor() {
        return new ProviderUnavailable("The feed's server says 304 to who asked for the feed", source);
    }

    private boolean isFresh(LoadedFeed feed) {
        return download.now().isBefore(feed.at().plus(FRESH));
    }

    private FeedToken.End end(LoadedFeed feed) {
        return new FeedToken.End(
                reading(),
                feed.sha256(),
                feed.content(),
                feed.validators(),
                FeedNames.Told.of(feed),
                feed.feed().refresh());
    }

    private Optional<FeedToken.End> known(Position from) {
        return from instanceof Position.Cursor cursor
                ? Optional.of(FeedToken.end(cursor.token()).orElseThrow(this::foreign))
                : Optional.empty();
    }

    private String reading() {
        return download.way();
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
