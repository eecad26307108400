package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static io.calendarsync.testkit.engine.Fixture.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarState;
import io.calendarsync.Diagnosis;
import io.calendarsync.EventChange;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncObserver;
import io.calendarsync.SyncReport;
import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FaultPlan;
import io.calendarsync.testkit.provider.ProviderCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors of the host's and the adapters' code: one job's trouble, seen by the host, and nobody else's. */
class ErrorsTest {

    @ParameterizedTest
    @EnumSource(
            value = ProviderCall.Kind.class,
            names = {"OPEN", "CHANGES"})
    void anErrorOfAnAdapter_showsAtTheCalendarAndPasses(ProviderCall.Kind where) {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 3);
            CalendarId id = lab.connect("anna", remote).calendar().id();
            lab.server().plan(failing(where));

            lab.advance(Duration.ofHours(2));

            Diagnosis ill = lab.sync().operations().diagnose(id);
            assertThat(ill.calendar().state()).isEqualTo(CalendarState.FAILING);
            assertThat(ill.findings()).anyMatch(sentence -> sentence.contains("NoSuchMethodError"));

            lab.server().plan(FaultPlan.none());
            lab.advance(Duration.ofHours(26));

            assertThat(lab.sync().operations().diagnose(id).calendar().state()).isEqualTo(CalendarState.SYNCED);
            assertThat(titles(lab, id)).hasSize(3);
        }
    }

    @Test
    void anErrorOfAHandler_isTriedAgainAndHoldsUpNoOtherLog() {
        boolean[] broken = {true};
        List<String> told = new ArrayList<>();
        Subscriber picky = Subscriber.named("picky", delivery -> {
            if (delivery.event() instanceof EventChange change) {
                if (broken[0] && change.event().title().equals("Bad")) {
                    throw new NoSuchMethodError("a class of another release");
                }
                told.add(change.event().title());
            }
        });
        try (SyncLab lab = new SyncLab().with(builder -> builder.subscriber(picky))) {
            FakeCalendar home = lab.server().account("bert").calendar("home").behave(Behaviour.plain());
            FakeCalendar work = calendar(lab, Behaviour.plain());
            connect(lab, work);
            lab.connect("bert", home);
            work.create("Bad", at(8));
            home.create("Other", at(9));

            lab.advance(Duration.ofMinutes(40));
            assertThat(told).containsExactly("Other");

            broken[0] = false;
            lab.advance(Duration.ofHours(2));
            lab.sync()
                    .feed()
                    .subscribers()
                    .forEach(status ->
                            status.parked().forEach(parked -> lab.sync().feed().replay(status.name(), parked.log())));
            lab.settle();
            assertThat(told).containsExactly("Other", "Bad");
        }
    }

    /** A host that shuts down interrupts its threads: no fault of the entry, and no harm to a store over files. */
    @Test
    void aHandlerThatIsInterrupted_isNotCountedAsTried() {
        List<Integer> attempts = new ArrayList<>();
        boolean[] stopping = {true};
        List<Boolean> interruptedAtStore = new ArrayList<>();
        Subscriber sleeper = Subscriber.named("sleeper", delivery -> {
            if (delivery.event() instanceof EventChange) {
                attempts.add(delivery.attempt());
                if (stopping[0]) {
                    throw new InterruptedException("the host shuts down");
                }
            }
        });
        SyncStore noting = new InterruptNotingStore(new InMemorySyncStore(), interruptedAtStore);
        try (SyncLab lab = new SyncLab(noting, 1).with(builder -> builder.subscriber(sleeper))) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            lab.connect("anna", remote);
            lab.settle();
            remote.create("New", at(8));
            lab.clock().advance(Duration.ofHours(1));

            while (lab.sync().work().runDue(100) > 0) {
                assertThat(attempts).hasSizeLessThan(10);
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(attempts).containsExactly(1);
            assertThat(interruptedAtStore).isEmpty();

            stopping[0] = false;
            lab.sync().work().runDue(100);
            assertThat(attempts).containsExactly(1, 1);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatFailsOnceTheNodeIsClosing_isDueAtOnceForTheNext() {
        List<Integer> attempts = new ArrayList<>();
        List<SyncLab> open = new ArrayList<>();
        boolean[] closing = {true};
        Subscriber late = Subscriber.named("late", delivery -> {
            if (delivery.event() instanceof EventChange) {
                attempts.add(delivery.attempt());
                if (closing[0]) {
                    open.get(0).sync().close();
                    throw new IllegalStateException("the pool is closed");
                }
            }
        });
        try (SyncLab lab = new SyncLab().with(builder -> builder.subscriber(late))) {
            open.add(lab);
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            connect(lab, remote);
            remote.create("New", at(8));
            lab.advance(Duration.ofHours(1));
            assertThat(attempts).containsExactly(1);

            closing[0] = false;
            lab.crashAndRestart();
            lab.settle();
            assertThat(attempts).containsExactly(1, 1);
        }
    }

    @Test
    void anObserverThatThrows_harmsNothing() {
        SyncObserver broken = new SyncObserver() {
            @Override
            public void claimed(int reachedFor, int wasted) {
                throw new IllegalStateException("claimed");
            }

            @Override
            public void pulled(CalendarId calendar, SyncReport report) {
                throw new NoSuchMethodError("pulled");
            }

            @Override
            public void delivered(String subscriber, String log) {
                throw new AssertionError("delivered");
            }
        };
        try (SyncLab lab = Fixture.lab().with(builder -> builder.observer(broken))) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            CalendarId id = connect(lab, remote);
            remote.create("New", at(8));
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).containsExactly("New");
            assertThat(Fixture.changes(lab.delivered("host"))).hasSize(1);
        }
    }

    @Test
    void closingFromAHandler_endsAfterTheEntryItIsAt() {
        List<String> told = new ArrayList<>();
        List<SyncLab> open = new ArrayList<>();
        Subscriber last = Subscriber.named("last", delivery -> {
            if (delivery.event() instanceof EventChange change) {
                told.add(change.event().title());
                open.get(0).sync().close();
            }
        });
        SyncLab lab = new SyncLab().with(builder -> builder.subscriber(last));
        open.add(lab);
        FakeCalendar remote = calendar(lab, Behaviour.plain());
        fill(remote, 5);
        connect(lab, remote);

        assertThat(told).hasSize(1);
        for (int life = 2; life <= 5; life++) {
            lab.crashAndRestart();
            lab.settle();
            assertThat(told).hasSize(life).doesNotHaveDuplicates();
        }
    }

    private static FaultPlan failing(ProviderCall.Kind where) {
        return new FaultPlan() {
            @Override
            public void before(ProviderCall call) {
                if (call.kind() == where) {
                    throw new NoSuchMethodError("a class of another release");
                }
            }

            @Override
            public void after(ProviderCall call) {}
        };
    }

    /** Notes every call that came on an interrupted thread. */
    private record InterruptNotingStore(SyncStore store, List<Boolean> calls) implements SyncStore {

        @Override
        public StoreLimits limits() {
            return store.limits();
        }

        @Override
        public List<StoredRecord> read(Collection<RecordKey> keys) {
            note();
            return store.read(keys);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            note();
            return store.commit(batch);
        }

        @Override
        public RecordPage scan(Scan scan) {
            note();
            return store.scan(scan);
        }

        private void note() {
            if (Thread.currentThread().isInterrupted()) {
                calls.add(true);
            }
        }
    }
}
