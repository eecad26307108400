package io.calendarsync.benchmarks.feed;

import io.calendarsync.CalendarSync;
import io.calendarsync.Connected;
import io.calendarsync.SyncReport;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.IcsFeedProvider;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.OpenCipher;
import io.calendarsync.testkit.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** An engine that keeps one feed in step, as a host would run it. */
final class SyncedFeed implements AutoCloseable {

    private static final int MOST_TURNS = 10_000;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final CalendarSync sync;
    private final Connected connected;

    SyncedFeed(URI feed, FeedLimits limits) {
        this(new InMemorySyncStore(), feed, limits);
    }

    SyncedFeed(SyncStore store, URI feed, FeedLimits limits) {
        sync = CalendarSync.builder()
                .store(store)
                .cipher(new OpenCipher())
                .provider(IcsFeedProvider.builder()
                        .addressPolicy(AddressPolicy.everywhere())
                        .limits(limits)
                        .timeouts(Duration.ofSeconds(5), Duration.ofMinutes(5))
                        .build())
                .clock(clock)
                .build();
        connected = sync.connections().connectFeed(new OwnerId("anna"), feed, ZoneOffset.UTC);
    }

    /** Reads the feed and takes over what changed; returns how many events are stored. */
    int sync() {
        clock.advance(Duration.ofHours(1));
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            SyncReport report =
                    sync.agenda().syncNow(connected.calendars().get(0).id());
            if (report.outcome() == SyncReport.Outcome.DONE) {
                return events();
            }
            if (report.outcome() != SyncReport.Outcome.MORE) {
                throw new BenchmarkFailure("the feed could not be read: " + report);
            }
        }
        throw new BenchmarkFailure("the engine does not come to rest");
    }

    int events() {
        return sync.connections()
                .calendars(connected.calendars().get(0).connection())
                .get(0)
                .events();
    }

    @Override
    public void close() {
        sync.close();
    }
}
