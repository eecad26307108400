package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.changes;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarChange;
import io.calendarsync.ConnectionChange;
import io.calendarsync.EventChange;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Page;
import io.calendarsync.Restarted;
import io.calendarsync.Retention;
import io.calendarsync.Subscriber;
import io.calendarsync.SubscriberStatus;
import io.calendarsync.SyncEvent;
import io.calendarsync.SyncObserver;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void entriesComeInOrderAndWithoutGap() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 30);
            CalendarId id = connect(lab, remote);
            remote.retitle(remote.events().keySet().iterator().next(), "Other");
            lab.advance(Duration.ofHours(1));

            List<Long> numbers = lab.delivered("host").stream()
                    .filter(event -> event.position().log().equals(id.value()))
                    .map(SyncEvent::sequence)
                    .toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(30);
            assertThat(numbers.get(numbers.size() - 1)).isEqualTo(numbers.size());
        }
    }

    @Test
    void transitionsAreEntriesToo() {
        try (SyncLab lab = Fixture.lab()) {
            connect(lab, calendar(lab, Behaviour.plain()));

            assertThat(lab.delivered("host")).anyMatch(ConnectionChange.class::isInstance);
            assertThat(lab.delivered("host")).anyMatch(CalendarChange.class::isInstance);
        }
    }

    /** H19: what cannot be handled stops its own log only, and is neither passed over nor purged. */
    @Test
    void aHandlerThatKeepsFailingIsParkedUntilReplayed() {
        List<String> handled = new ArrayList<>();
        boolean[] broken = {true};
        Subscriber picky = Subscriber.named("picky", delivery -> {
            if (delivery.event() instanceof EventChange change) {
                if (broken[0] && change.event().title().equals("Bad")) {
                    throw new IllegalStateException("cannot handle this");
                }
                handled.add(change.event().title());
            }
        });
        List<String> failures = new ArrayList<>();
        SyncObserver observer = new SyncObserver() {
            @Override
            public void deliveryFailed(String name, String log, int attempt, boolean parked, Throwable fault) {
                failures.add(attempt + (parked ? " parked " : " ") + fault.getMessage());
            }
        };
        try (SyncLab lab =
                new SyncLab().with(builder -> builder.subscriber(picky).observer(observer))) {
            FakeCalendar work = calendar(lab, Behaviour.plain());
            FakeCalendar home = lab.server().account("bert").calendar("home").behave(Behaviour.plain());
            CalendarId id = connect(lab, work);
            lab.connect("bert", home);
            work.create("Good", at(8));
            lab.advance(Duration.ofHours(1));
            work.create("Bad", at(9));
            lab.advance(Duration.ofHours(1));
            work.create("After", at(10));
            home.create("Elsewhere", at(11));
            lab.advance(Duration.ofDays(2));

            assertThat(handled).containsExactlyInAnyOrder("Good", "Elsewhere");
            SubscriberStatus.ParkedDelivery parked = parked(lab).get(0);
            assertThat(parked.log()).isEqualTo(id.value());
            assertThat(parked.attempts()).isEqualTo(8);
            assertThat(failures)
                    .hasSize(8)
                    .startsWith("1 cannot handle this", "2 cannot handle this")
                    .endsWith("8 parked cannot handle this");

            broken[0] = false;
            lab.sync().feed().replay("picky", parked.log());
            lab.settle();
            assertThat(handled).endsWith("Bad", "After");
            assertThat(parked(lab)).isEmpty();
        }
    }

    @Test
    void aSkippedEntryIsPassedOverAndAudited() {
        List<String> handled = new ArrayList<>();
        Subscriber picky = Subscriber.named("picky", delivery -> {
            if (delivery.event() instanceof EventChange change) {
                if (change.event().title().equals("Bad")) {
                    throw new IllegalStateException("cannot handle this");
                }
                handled.add(change.event().title());
            }
        });
        try (SyncLab lab = new SyncLab().with(builder -> builder.subscriber(picky))) {
            FakeCalendar work = calendar(lab, Behaviour.plain());
            connect(lab, work);
            work.create("Bad", at(9));
            lab.advance(Duration.ofHours(1));
            work.create("After", at(10));
            lab.advance(Duration.ofDays(1));

            lab.sync().feed().skip("picky", parked(lab).get(0).log());
            lab.settle();

            assertThat(handled).containsExactly("After");
            assertThat(lab.sync().operations().audit(new OwnerId("anna")))
                    .extracting(AuditEntry::what)
                    .contains("delivery-skipped");
        }
    }

    /** H18: a subscriber another node added is told by the node that has its handler, from when it was added. */
    @Test
    void aSubscriberAddedLaterIsToldFromThenOn() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 3);
            connect(lab, remote);
            lab.subscribe("late", Subscriber.Beginning.FROM_NOW);
            remote.create("New", at(9));
            lab.advance(Duration.ofHours(1));

            assertThat(changes(lab.delivered("late")))
                    .extracting(change -> change.event().title())
                    .containsExactly("New");
        }
    }

    @Test
    void aSubscriberMayBeginWithASnapshot() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 130);
            connect(lab, remote);
            lab.subscribe("late", Subscriber.Beginning.SNAPSHOT_FIRST);
            remote.create("New", at(9));
            lab.advance(Duration.ofHours(1));

            List<EventChange> told = changes(lab.delivered("late"));
            assertThat(told).hasSize(131);
            assertThat(told.subList(0, 130)).allMatch(EventChange::initial);
            assertThat(told.get(130).event().title()).isEqualTo("New");
            assertThat(told.get(130).initial()).isFalse();
        }
    }

    @Test
    void aSubscriberAwayForVeryLongStartsOverInsteadOfMissingEntries() {
        Retention brief =
                new Retention(Duration.ofDays(400), Duration.ofDays(2), Duration.ofDays(5), Duration.ofDays(400));
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(brief))) {
            lab.subscribe("absent", Subscriber.Beginning.FROM_NOW);
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 5);
            connect(lab, remote);
            lab.take("absent");
            lab.unsubscribe("absent");
            for (int day = 0; day < 20; day++) {
                remote.create("Day " + day, at(9));
                lab.advance(Duration.ofDays(1));
            }

            lab.subscribe("absent", Subscriber.Beginning.FROM_NOW);
            lab.settle();

            List<SyncEvent> told = lab.delivered("absent");
            assertThat(told.get(0)).isInstanceOf(Restarted.class);
            assertThat(changes(told)).hasSize(25).allMatch(EventChange::initial);
        }
    }

    @Test
    void theFeedIsReadFromAnyNodeWhereItWasLeft() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 10);
            connect(lab, remote);
            OwnerId anna = new OwnerId("anna");
            List<SyncEvent> read = new ArrayList<>();
            Page<SyncEvent> page = lab.sync().feed().after(anna, Optional.empty(), 4);
            while (!page.items().isEmpty()) {
                read.addAll(page.items());
                lab.crashAndRestart();
                page = lab.sync().feed().after(anna, page.next(), 4);
            }
            assertThat(read).containsExactlyInAnyOrderElementsOf(lab.delivered("host"));

            remote.create("New", at(9));
            lab.advance(Duration.ofHours(1));
            assertThat(lab.sync().feed().after(anna, page.next(), 4).items()).hasSize(1);
        }
    }

    @Test
    void aCursorTheFeedNeverGaveIsRefused() {
        try (SyncLab lab = Fixture.lab()) {
            connect(lab, calendar(lab, Behaviour.plain()));
            for (String wrong : List.of("not base64!", "bm90IGEgY3Vyc29y", "YSBiLmM")) {
                assertThatExceptionOfType(InvalidRequest.class)
                        .isThrownBy(() -> lab.sync().feed().after(new OwnerId("anna"), Optional.of(wrong), 4))
                        .withMessageContaining("next");
            }
        }
    }

    private static List<SubscriberStatus.ParkedDelivery> parked(SyncLab lab) {
        return lab.sync().feed().subscribers().get(0).parked();
    }
}
