package io.calendarsync.benchmarks.google;

import io.calendarsync.CalendarSync;
import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.Connected;
import io.calendarsync.Detail;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Tokens;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.model.Access;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.OpenCipher;
import java.time.Duration;

/** The whole library over one account of the sandbox's. */
final class OurEngine implements AutoCloseable {

    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final int MOST_TURNS = 10_000;

    private final CalendarSync sync;
    private final ConnectionId connection;
    private final CalendarId calendar;

    private OurEngine(CalendarSync sync, Entrance entrance) {
        this.sync = sync;
        Tokens tokens = new Tokens(
                entrance.refreshToken(), entrance.accessToken(), Entrance.NOW.plus(Duration.ofDays(1)), Access.READ);
        Connected connected = sync.connections().adopt(new OwnerId("anna"), GOOGLE, tokens, Detail.FULL);
        this.connection = connected.connection().id();
        this.calendar = connected.calendars().get(0).id();
    }

    /** Returns what an engine is built from, to be completed. */
    static CalendarSyncBuilder builder(SyncStore store, CalendarProvider provider) {
        return CalendarSync.builder()
                .store(store)
                .cipher(new OpenCipher())
                .provider(provider)
                .requestsPerMinute(GOOGLE, 1_000_000);
    }

    /** Connects an account. */
    static OurEngine connect(CalendarSyncBuilder builder, Entrance entrance) {
        return new OurEngine(builder.build(), entrance);
    }

    CalendarSync sync() {
        return sync;
    }

    ConnectionId connection() {
        return connection;
    }

    /** Takes turns until the calendar is in step; returns how many events are stored. */
    int settle() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            SyncReport report = sync.agenda().syncNow(calendar);
            if (report.outcome() == SyncReport.Outcome.DONE) {
                return state().events();
            }
            if (report.outcome() != SyncReport.Outcome.MORE) {
                throw new BenchmarkFailure("the calendar could not be read: " + report);
            }
        }
        throw new BenchmarkFailure("the engine does not come to rest");
    }

    SyncedCalendar state() {
        return sync.connections().calendars(connection).get(0);
    }

    @Override
    public void close() {
        sync.close();
    }
}
