package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static io.calendarsync.testkit.engine.Fixture.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionState;
import io.calendarsync.EventChange;
import io.calendarsync.NotFound;
import io.calendarsync.Retention;
import io.calendarsync.Subscriber;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.fault.FaultyStore;
import io.calendarsync.testkit.fault.StoreCall;
import io.calendarsync.testkit.fault.StoreFaultPlan;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FaultPlan;
import io.calendarsync.testkit.provider.ProviderCall;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the engine that the simulation found, each by the shortest history that shows it. */
class FoundBySimulationTest {

    /** A disconnection that broke off left a calendar that was neither there nor gone: connecting again did nothing. */
    @Test
    void aDisconnectionThatBrokeOff_doesNotStandInTheWayOfANewConnection() {
        SyncStore memory = new InMemorySyncStore();
        BrokenAfter broken = new BrokenAfter();
        try (SyncLab lab = new SyncLab(new FaultyStore(memory, broken), 1)) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            fill(remote, 5);
            CalendarId id = connect(lab, remote);
            broken.commits.set(2);
            assertThatThrownBy(() -> lab.sync().connections().disconnect(Keyspace.connectionOf(id)))
                    .isInstanceOf(StoreException.class);
            broken.commits.set(Integer.MAX_VALUE);

            assertThatThrownBy(() -> lab.sync().connections().resume(Keyspace.connectionOf(id)))
                    .as("what is being taken away is not resumed")
                    .isInstanceOf(NotFound.class);
            lab.connect("anna", remote);
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).hasSize(5);
            assertThat(lab.sync().connections().list(new OwnerId("anna")))
                    .extracting(connection -> connection.state())
                    .containsExactly(ConnectionState.ACTIVE);
        }
    }

    /** A disconnection that broke off was nobody's to finish. */
    @Test
    void aDisconnectionThatBrokeOff_isBroughtToItsEnd() {
        SyncStore memory = new InMemorySyncStore();
        BrokenAfter broken = new BrokenAfter();
        try (SyncLab lab = new SyncLab(new FaultyStore(memory, broken), 1)) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            fill(remote, 5);
            CalendarId id = connect(lab, remote);
            broken.commits.set(2);
            assertThatThrownBy(() -> lab.sync().connections().disconnect(Keyspace.connectionOf(id)))
                    .isInstanceOf(StoreException.class);
            broken.commits.set(Integer.MAX_VALUE);
            lab.advance(Duration.ofHours(1));

            assertThat(memory.scan(Scan.of("event")).records()).isEmpty();
            assertThat(memory.scan(Scan.of("calendar")).records()).isEmpty();
        }
    }

    /** H24: a node in 2036 purged all events, and set a horizon behind which none would ever be stored again. */
    @Test
    void aClockThatRunsYearsAhead_forgetsNothingAndMovesNoWindow() {
        try (SyncLab lab = Fixture.lab()) {
            lab.with(builder -> builder.retention(
                    new Retention(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(30), Duration.ofDays(30))));
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 30);
            CalendarId id = connect(lab, remote);
            lab.advance(Duration.ofHours(30));
            for (int tick = 0; tick < 5; tick++) {
                Instant now = lab.clock().instant();
                remote.create("News " + tick, Fixture.onDay(40 + tick));
                lab.clock().jumpTo(now.plus(Duration.ofDays(3650)));
                lab.settle();
                lab.clock().jumpTo(now);
                lab.advance(Duration.ofHours(30));
            }

            assertThat(titles(lab, id)).hasSize(35);
        }
    }

    /** H41: the watch channels of an erased owner stayed, and named the owner's calendars. */
    @Test
    void erasingAnOwner_takesTheirWatchChannelsAlong() {
        try (SyncLab lab = Fixture.lab()) {
            lab.with(builder -> builder.publicUrl(URI.create("https://host.example/notices")));
            connect(lab, calendar(lab, Behaviour.googleLike()));
            assertThat(lab.store().scan(Scan.of("channel")).records()).hasSize(1);

            lab.sync().operations().erase(new OwnerId("anna"));
            lab.advance(Duration.ofHours(1));

            assertThat(lab.store().scan(Scan.of("channel")).records()).isEmpty();
            assertThat(lab.store().scan(Scan.of("watch")).records()).isEmpty();
        }
    }

    /** H17: what a feed no longer lists because it is over stayed for ever where the rest was held back. */
    @Test
    void whatIsOver_goesWithThePlanItWasHeldBackBy() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 4);
            lab.clock().jumpTo(Instant.parse("2026-02-03T12:00:00Z"));
            CalendarId id = connect(lab, remote);
            remote.clear();
            lab.advance(Duration.ofHours(1));
            assertThat(lab.sync().operations().diagnose(id).calendar().state()).isEqualTo(CalendarState.REVIEW);

            lab.sync().agenda().confirm(lab.sync().agenda().preview(id));
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).isEmpty();
            assertThat(lab.sync().operations().diagnose(id).calendar().state()).isEqualTo(CalendarState.SYNCED);
        }
    }

    /** H17: a page token lost in the middle let a run of deletions begin to count anew. */
    @Test
    void aRunOfDeletionsThatIsBrokenOff_countsOn() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.builder().pageSize(10).build());
            fill(remote, 30);
            CalendarId id = connect(lab, remote);
            remote.clear();
            lab.server().plan(new LosingPages(remote));
            lab.advance(Duration.ofHours(3));

            assertThat(titles(lab, id)).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    /** H21: a lease that ran out between two entries ended the delivery, where nobody else had taken it up. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 11})
    void aHandlerSlowerThanItsLease_isToldEverythingOnce(int minutes) {
        try (SyncLab lab = Fixture.lab()) {
            List<String> handled = new ArrayList<>();
            Subscriber slow = Subscriber.named("slow", delivery -> {
                lab.clock().advance(Duration.ofMinutes(minutes));
                if (delivery.event() instanceof EventChange change) {
                    handled.add(change.event().title());
                }
            });
            lab.with(builder -> builder.subscriber(slow));
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 6);
            connect(lab, remote);
            lab.advance(Duration.ofHours(2));

            assertThat(handled).containsExactly("Event 0", "Event 1", "Event 2", "Event 3", "Event 4", "Event 5");
        }
    }

    /** Refuses every page token after two pages. */
    private static final class LosingPages implements FaultPlan {
        private final FakeCalendar calendar;
        private int pages;

        LosingPages(FakeCalendar calendar) {
            this.calendar = calendar;
        }

        @Override
        public void before(ProviderCall call) {
            if (call.kind() == ProviderCall.Kind.CHANGES && ++pages % 3 == 0) {
                calendar.losePages();
            }
        }

        @Override
        public void after(ProviderCall call) {}
    }

    /** Lets so many commits through, then none. */
    private static final class BrokenAfter implements StoreFaultPlan {
        private final AtomicInteger commits = new AtomicInteger(Integer.MAX_VALUE);

        @Override
        public void before(StoreCall call) {
            if (call.kind() == StoreCall.Kind.COMMIT && commits.decrementAndGet() < 0) {
                throw new StoreException("the store is gone");
            }
        }

        @Override
        public void after(StoreCall call) {}
    }
}
