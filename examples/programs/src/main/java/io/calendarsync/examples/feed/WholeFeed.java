package io.calendarsync.examples.feed;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a feed once, without keeping anything of it. */
record WholeFeed(CalendarProvider provider, ZoneId floatingZone) {

    List<Event> read(Source source) {
        Credential credential = new Credential.Feed(source.address(), floatingZone);
        SessionContext context = new SessionContext(new ConnectionId("none"), credential, InstantSource.system());
        try (ProviderSession session = provider.open(context)) {
            Instant now = InstantSource.system().instant();
            Position start = new Position.Start(new SyncWindow(now, now.plusSeconds(1)));
            String calendar = session.calendars(start).calendars().get(0).id();
            Map<String, Event> events = new LinkedHashMap<>();
            ChangePage page = session.changes(calendar, start);
            add(events, page);
            while (!page.isLast()) {
                page = session.changes(calendar, page.next());
                add(events, page);
            }
            return List.copyOf(events.values());
        }
    }

    private static void add(Map<String, Event> events, ChangePage page) {
        for (RemoteChange change : page.changes()) {
            if (change instanceof RemoteChange.Present present) {
                events.put(present.event().ref().eventId(), present.event());
            }
        }
    }
}
