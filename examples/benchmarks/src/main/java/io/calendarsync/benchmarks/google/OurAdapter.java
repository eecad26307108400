package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Duration;
import java.time.InstantSource;

/** The adapter, as the library drives it. */
final class OurAdapter {

    private OurAdapter() {}

    static GoogleProvider provider(Entrance entrance) {
        return GoogleProvider.builder(entrance.clientId(), entrance.clientSecret())
                .rootUrl(entrance.root())
                .tokenUrl(entrance.tokens())
                .pageSize(Entrance.PAGE)
                .timeouts(Duration.ofSeconds(10), Duration.ofMinutes(5))
                .clock(InstantSource.fixed(Entrance.NOW))
                .build();
    }

    /** Reads every page and every event of it, and keeps none; returns how many events there were. */
    static int read(Entrance entrance) {
        Credential credential = new Credential.Bearer(new OneToken(entrance.accessToken()));
        SessionContext context =
                new SessionContext(new ConnectionId("bench"), credential, InstantSource.fixed(Entrance.NOW));
        try (ProviderSession session = provider(entrance).open(context)) {
            Position from = new Position.Start(new SyncWindow(Entrance.FROM, Entrance.NOW.plus(Duration.ofDays(800))));
            int events = 0;
            while (!(from instanceof Position.Cursor)) {
                ChangePage page = session.changes(entrance.calendar(), from);
                if (!page.isLast()) {
                    session.ahead(entrance.calendar(), page.next());
                }
                for (RemoteChange change : page.changes()) {
                    events += ((RemoteChange.Present) change)
                                    .event()
                                    .extensions()
                                    .degradations()
                                    .isEmpty()
                            ? 1
                            : 0;
                }
                from = page.next();
            }
            return events;
        }
    }

    /** A token that stays good. */
    private record OneToken(String current) implements AccessTokens {
        @Override
        public String insteadOf(String refused) {
            throw new BenchmarkFailure("the sandbox refuses its own token");
        }

        @Override
        public String toString() {
            return "OneToken[(redacted)]";
        }
    }
}
