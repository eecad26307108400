package io.calendarsync.examples.feed;

import io.calendarsync.CalendarConnection;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSync;
import io.calendarsync.Delivery;
import io.calendarsync.Diagnosis;
import io.calendarsync.Plan;
import io.calendarsync.Retention;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncObserver;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Summary;
import io.calendarsync.examples.state.KeptEvents;
import io.calendarsync.model.Event;
import io.calendarsync.model.OwnerId;
import io.calendarsync.recurrence.Series;
import io.calendarsync.spi.store.SyncStore;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One feed and what is kept of it: the library over the feed's own table, with one durable subscriber. Confined to one
 * thread.
 */
final class KeptFeed implements AutoCloseable {

    private static final OwnerId OWNER = new OwnerId("user");
    private static final String SUBSCRIBER = "command-line";

    /** Nobody else can have the state, so a lease only has to outlast this run. */
    private static final Duration LEASE = Duration.ofHours(1);

    /** What the feed says is what is kept, however long ago it was. */
    private static final Duration FOREVER = Duration.ofDays(1_000_000);

    private static final int MOST_TURNS = 1000;
    private static final int JOBS_AT_ONCE = 100;

    private final StateDirectory.Drawer drawer;
    private final CalendarSync sync;
    private @Nullable String name;
    private @Nullable Throwable fault;
    private @Nullable IOError unheard;

    private KeptFeed(StateDirectory.Drawer drawer, Run run, Told told) {
        this.drawer = drawer;
        drawer.store().createSchema();
        SyncStore store = run.trace().map(trace -> trace.around(drawer.store())).orElse(drawer.store());
        Retention standard = Retention.standard();
        this.sync = CalendarSync.builder()
                .store(store)
                .cipher(drawer.cipher())
                .provider(run.provider())
                .subscriber(Subscriber.named(SUBSCRIBER, delivery -> hand(told, delivery)))
                .observer(new FaultKeeper())
                .retention(new Retention(FOREVER, standard.log(), standard.absentSubscriber(), standard.audit()))
                .clock(run.clock())
                .lease(LEASE)
                .soleNode()
                .build();
    }

    /** Is told of what is delivered. */
    interface Told {
        /** Handles a delivery; returning acknowledges it. */
        void told(KeptFeed feed, Delivery delivery) throws Exception;
    }

    /** Opens a feed that may be new. */
    static KeptFeed open(StateDirectory.Drawer drawer, Source source, ZoneId floatingZone, Run run, Told told) {
        KeptFeed feed = new KeptFeed(drawer, run, told);
        feed.sync.connections().connectFeed(OWNER, source.address(), floatingZone);
        return feed;
    }

    /** Opens a feed as it is kept. */
    static KeptFeed open(StateDirectory.Drawer drawer, Run run, Told told) {
        return new KeptFeed(drawer, run, told);
    }

    /** Returns what to call it: its host or file, and a part of its digest, since a host may serve many. */
    String name() {
        if (name == null) {
            String label = connection().map(CalendarConnection::label).orElse("feed");
            name = Printable.line(label) + "#" + drawer.digest().substring(0, 8);
        }
        return name;
    }

    /** Returns how it stands; absent if an earlier run ended before it was connected. */
    Optional<SyncedCalendar> calendar() {
        return connection().stream()
                .flatMap(connection -> sync.connections().calendars(connection.id()).stream())
                .findFirst();
    }

    private Optional<CalendarConnection> connection() {
        return sync.connections().list(OWNER).stream().findFirst();
    }

    /** Reads the feed to its end. */
    SyncReport read() {
        SyncedCalendar calendar = calendar().orElseThrow();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            SyncReport report = sync.agenda().syncNow(calendar.id());
            rethrow();
            if (report.outcome() != SyncReport.Outcome.MORE) {
                return report;
            }
        }
        throw Refusal.unreadable(name() + " does not come to an end");
    }

    /**
     * Hands over all that was not acknowledged yet, and does the housekeeping that is due.
     *
     * @throws UncheckedIOException if nobody takes what is handed over; it stays unacknowledged
     */
    void deliver() {
        while (sync.work().runDue(JOBS_AT_ONCE) > 0) {
            rethrow();
        }
        rethrow();
    }

    /** That nobody listens any more is no trouble of the entry's: the run ends, and the next one tells it. */
    private void hand(Told told, Delivery delivery) throws Exception {
        try {
            told.told(this, delivery);
        } catch (IOError e) {
            unheard = e;
            sync.close();
            throw e;
        }
    }

    Plan preview() {
        return sync.agenda().preview(calendar().orElseThrow().id());
    }

    /** Returns the events whose deletion is held back, as far as the plan lists them. */
    List<Event> missing() {
        boolean waits = calendar()
                .map(SyncedCalendar::state)
                .filter(CalendarState.REVIEW::equals)
                .isPresent();
        return waits
                ? preview().deleted().stream()
                        .flatMap(ref -> sync.agenda().event(ref).stream())
                        .toList()
                : List.of();
    }

    void confirm(Plan plan) {
        sync.agenda().confirm(plan);
        rethrow();
    }

    void discard(Plan plan) {
        sync.agenda().discard(plan);
    }

    Diagnosis diagnosis() {
        return sync.operations().diagnose(calendar().orElseThrow().id());
    }

    /** Counts what is kept, and what of it was not understood. */
    void count(Summary summary) {
        String name = name();
        eachEvent(event -> {
            summary.count("events", 1);
            summary.event(name, event, event.isSeries() ? Series.of(event).degradations() : List.of());
        });
    }

    /** Passes over everything that is kept. */
    void eachEvent(Consumer<Event> action) {
        events().forEach(action);
    }

    /** Returns everything that is kept, read a page at a time. */
    Iterable<Event> events() {
        return calendar()
                .<Iterable<Event>>map(calendar -> new KeptEvents(sync.agenda(), calendar.id()))
                .orElse(List.of());
    }

    @Override
    public void close() {
        sync.close();
    }

    private void rethrow() {
        if (unheard != null) {
            throw new UncheckedIOException(new IOException(unheard));
        }
        if (fault != null) {
            throw Refusal.unreadable("the state cannot be used: " + Refusal.sentence(fault));
        }
    }

    /** Keeps what went wrong with the state rather than with the feed. */
    private final class FaultKeeper implements SyncObserver {
        @Override
        public void jobFailed(String kind, Throwable failure) {
            fault = failure;
        }
    }
}
