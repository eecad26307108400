package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.Delivery;
import io.calendarsync.EventChange;
import io.calendarsync.LogPosition;
import io.calendarsync.Restarted;
import io.calendarsync.Retention;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A subscriber that begins with a snapshot, and what may go wrong on the way. */
class SnapshotTest {

    private static final int EVENTS = 130;

    private final List<String> told = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private boolean onceEach;

    /** The handler of the documentation: it keeps its place, and asks whether what comes is news. */
    @Test
    void handlerThatIgnoresWhatIsNoNews_getsAllOfTheSnapshot() {
        LogPosition[] last = {new LogPosition("", "", 0)};
        Set<String> ids = new HashSet<>();
        Set<String> applied = new TreeSet<>();
        Subscriber careful = Subscriber.of("careful", Subscriber.Beginning.SNAPSHOT_FIRST, delivery -> {
            SyncEvent event = delivery.event();
            if (event instanceof EventChange change && event.position().isNews(last[0].epoch(), last[0].number())) {
                last[0] = event.position();
                applied.add(change.event().title());
                assertThat(ids.add(event.id()))
                        .as("%s is told once", event.id())
                        .isTrue();
            }
        });
        try (SyncLab lab = new SyncLab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, EVENTS);
            connect(lab, remote);
            lab.with(builder -> builder.subscriber(careful));
            remote.create("New", at(9));
            lab.advance(Duration.ofHours(1));

            assertThat(applied).hasSize(EVENTS + 1);
        }
    }

    @Test
    void entryOfASnapshotThatIsSkipped_isAllThatIsMissed() {
        try (SyncLab lab = new SyncLab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, EVENTS);
            CalendarId id = connect(lab, remote);
            refused.add("Event 3");
            lab.with(builder -> builder.subscriber(picky()));
            lab.advance(Duration.ofHours(2));
            assertThat(told).containsExactly("Event 0", "Event 1", "Event 2");

            lab.sync().feed().skip("picky", id.value());
            lab.settle();
            assertThat(told).hasSize(EVENTS - 1).doesNotHaveDuplicates().doesNotContain("Event 3");

            remote.create("New", at(9));
            lab.advance(Duration.ofHours(1));
            assertThat(told).hasSize(EVENTS).endsWith("New");
        }
    }

    @Test
    void handlerThatFailsOnceOnEachEntry_isNotParked() {
        try (SyncLab lab = new SyncLab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 30);
            connect(lab, remote);
            onceEach = true;
            lab.with(builder -> builder.subscriber(picky()));
            lab.advance(Duration.ofHours(8));

            assertThat(told).hasSize(30).doesNotHaveDuplicates();
        }
    }

    /** H18: a feed's reader holds nothing back, so it has to be told where entries are gone. */
    @Test
    void readerOfTheFeedAwayForLongerThanItIsKept_isToldSo() {
        Retention brief =
                new Retention(Duration.ofDays(400), Duration.ofDays(2), Duration.ofDays(5), Duration.ofDays(400));
        try (SyncLab lab = new SyncLab().with(builder -> builder.retention(brief))) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            fill(remote, 5);
            connect(lab, remote);
            OwnerId anna = new OwnerId("anna");
            Optional<String> cursor =
                    lab.sync().feed().after(anna, Optional.empty(), 100).next();
            remote.delete(remote.events().keySet().iterator().next());
            lab.advance(Duration.ofDays(8));

            List<SyncEvent> missed = lab.sync().feed().after(anna, cursor, 100).items();
            assertThat(missed).hasSize(1).first().isInstanceOf(Restarted.class);
            Optional<String> next = lab.sync().feed().after(anna, cursor, 100).next();
            assertThat(lab.sync().feed().after(anna, next, 100).items()).isEmpty();
        }
    }

    private Subscriber picky() {
        return Subscriber.of("picky", Subscriber.Beginning.SNAPSHOT_FIRST, this::handle);
    }

    private void handle(Delivery delivery) {
        if (delivery.event() instanceof EventChange change) {
            String title = change.event().title();
            if (refused.contains(title) || (onceEach && refused.add(title + " once"))) {
                throw new IllegalStateException("cannot handle " + title);
            }
            told.add(title);
        }
    }
}
