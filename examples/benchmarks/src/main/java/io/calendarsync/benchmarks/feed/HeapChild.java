package io.calendarsync.benchmarks.feed;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.IcsFeedProvider;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.store.jdbc.H2Url;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/** The process whose heap is measured. */
final class HeapChild {

    private static final FeedLimits LIMITS =
            FeedLimits.defaults().withBytes(200_000_000, 200_000_000).withEvents(1_000_000);

    private HeapChild() {}

    /** Does one task over a feed and ends with 0 if every event was seen. */
    public static void main(String[] args) throws IOException {
        HeapTask task = HeapTask.valueOf(args[0]);
        URI feed = URI.create(args[1]);
        int events = Integer.parseInt(args[2]);
        int seen = switch (task) {
            case READ -> read(feed);
            case STORE -> store(feed);
            case REMEMBER -> {
                try (SyncedFeed synced = new SyncedFeed(new InMemorySyncStore(), feed, LIMITS)) {
                    yield synced.sync();
                }
            }
        };
        if (seen != events) {
            throw new BenchmarkFailure("saw " + seen + " of " + events + " events");
        }
    }

    private static int read(URI feed) {
        IcsFeedProvider provider = IcsFeedProvider.builder()
                .addressPolicy(AddressPolicy.everywhere())
                .limits(LIMITS)
                .timeouts(Duration.ofSeconds(5), Duration.ofMinutes(5))
                .build();
        Credential credential = new Credential.Feed(feed, ZoneOffset.UTC);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        InstantSource clock = InstantSource.system();
        try (ProviderSession session = provider.open(new SessionContext(new ConnectionId("none"), credential, clock))) {
            Position start = new Position.Start(new SyncWindow(now, now.plusSeconds(1)));
            String calendar = session.calendars(start).calendars().get(0).id();
            ChangePage page = session.changes(calendar, start);
            int seen = page.changes().size();
            while (!page.isLast()) {
                page = session.changes(calendar, page.next());
                seen += page.changes().size();
            }
            return seen;
        }
    }

    private static int store(URI feed) throws IOException {
        Path folder = Files.createTempDirectory("calendarsync-heap");
        JdbcConnectionPool pool = JdbcConnectionPool.create(H2Url.durable(folder.resolve("state")), "", "");
        try {
            JdbcSyncStore store = JdbcSyncStore.h2(pool);
            store.createSchema();
            try (SyncedFeed synced = new SyncedFeed(store, feed, LIMITS)) {
                return synced.sync();
            }
        } finally {
            pool.dispose();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        }
    }
}
