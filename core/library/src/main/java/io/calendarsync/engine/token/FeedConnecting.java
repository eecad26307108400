package io.calendarsync.engine.token;

import io.calendarsync.Detail;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Terms;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Connects owners to feeds, whose address is all it takes. Thread-safe. */
final class FeedConnecting {

    private final Desk desk;
    private final Connecting connecting;
    private final KnownCalendars known;
    private final Function<String, Optional<CalendarProvider>> providers;
    private final InstantSource clock;

    FeedConnecting(
            Desk desk,
            Connecting connecting,
            KnownCalendars known,
            Function<String, Optional<CalendarProvider>> providers,
            InstantSource clock) {
        this.desk = desk;
        this.connecting = connecting;
        this.known = known;
        this.providers = providers;
        this.clock = clock;
    }

    ConnectionRecord connect(OwnerId owner, URI feed, ZoneId floatingZone) {
        CalendarProvider provider = Optional.ofNullable(feed.getScheme())
                .flatMap(providers)
                .orElseThrow(() -> new InvalidRequest(
                        "No registered provider reads feeds with the scheme " + feed.getScheme(),
                        FaultSource.unknown()));
        Credential.Feed credential = new Credential.Feed(feed, floatingZone);
        ConnectionId draft = Keyspace.connectionId(owner, provider.id().value(), feed.toString());
        try (ProviderSession session = provider.open(new SessionContext(draft, credential, clock))) {
            Instant now = clock.instant();
            List<RemoteCalendar> calendars = session.calendars(
                            new Position.Start(new SyncWindow(now, now.plusSeconds(1))))
                    .calendars();
            // Whoever has the address may do what the address allows: nobody else is asked.
            boolean writable = calendars.isEmpty()
                    || calendars.stream().anyMatch(one -> one.access().covers(Access.READ_WRITE));
            Terms terms = new Terms(writable ? Access.READ_WRITE : Access.READ, Detail.FULL);
            ConnectionRecord wanted = ConnectionRecord.begin(owner, provider.id(), session.account(), terms, now);
            return connecting.connect(wanted, UnaryOperator.identity(), (commit, stored) -> {
                // A node that cannot read what is stored does not write over it: those that can would be locked out.
                if (stored.isEmpty() || !desk.credentials().isUpToDate(wanted.id(), credential)) {
                    desk.credentials().put(commit, wanted.id(), credential);
                }
                calendars.forEach(calendar -> known.show(commit, wanted, calendar, now));
            });
        }
    }
}
