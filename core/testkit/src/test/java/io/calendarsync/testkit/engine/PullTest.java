package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarState;
import io.calendarsync.EventChange;
import io.calendarsync.Meaning;
import io.calendarsync.Plan;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PullTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Stream<Behaviour> styles() {
        return Stream.of(Behaviour.plain(), Behaviour.googleLike(), Behaviour.graphLike(), Behaviour.feedLike());
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyEditReachesTheSubscriber(Behaviour behaviour) {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, behaviour);
            Event kept = remote.create("Kept", at(10));
            Event moved = remote.create("Moved", at(11));
            Event dropped = remote.create("Dropped", at(12));
            CalendarId id = lab.connect("anna", remote).calendar().id();
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).containsExactlyInAnyOrder("Kept", "Moved", "Dropped");
            assertThat(changes(lab))
                    .extracting(EventChange::kind)
                    .containsOnly(EventChange.Kind.CREATED)
                    .hasSize(3);

            remote.reschedule(moved.ref().eventId(), at(15));
            remote.delete(dropped.ref().eventId());
            remote.create("New", at(16));
            remote.touch(kept.ref().eventId());
            lab.advance(Duration.ofHours(2));

            assertThat(titles(lab, id)).containsExactlyInAnyOrder("Kept", "Moved", "New");
            List<EventChange> changes = changes(lab);
            assertThat(changes)
                    .extracting(change -> change.kind() + " " + change.event().title())
                    .containsExactlyInAnyOrder("UPDATED Moved", "DELETED Dropped", "CREATED New");
            assertThat(changes.stream()
                            .filter(change -> change.kind() == EventChange.Kind.UPDATED)
                            .findFirst()
                            .orElseThrow()
                            .meanings())
                    .containsExactly(Meaning.MOVED);
            assertThat(lab.sync().operations().diagnose(id).calendar().state()).isEqualTo(CalendarState.SYNCED);
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void anEmptyAnswerDeletesNothing(Behaviour behaviour) {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, behaviour);
            for (int i = 0; i < 60; i++) {
                LocalDateTime start = LocalDateTime.of(2026, 2, 1, 9, 0).plusDays(i);
                remote.create("Event " + i, EventTime.Timed.of(start, BERLIN, Duration.ofHours(1)));
            }
            CalendarId id = lab.connect("anna", remote).calendar().id();
            lab.advance(Duration.ofHours(1));
            lab.take("host");

            remote.forget(event -> true);
            remote.loseCursors();
            lab.advance(Duration.ofHours(3));

            assertThat(titles(lab, id)).hasSize(60);
            assertThat(events(lab)).filteredOn(ReviewNeeded.class::isInstance).hasSize(1);
            Plan plan = lab.sync().agenda().preview(id);
            assertThat(plan.deletions()).isEqualTo(60);

            lab.sync().agenda().confirm(plan);
            lab.settle();
            assertThat(titles(lab, id)).isEmpty();
            assertThat(changes(lab)).hasSize(60);
        }
    }

    private final List<SyncEvent> seen = new ArrayList<>();

    private List<SyncEvent> events(SyncLab lab) {
        seen.addAll(lab.take("host"));
        return seen;
    }

    private List<EventChange> changes(SyncLab lab) {
        return lab.take("host").stream()
                .filter(EventChange.class::isInstance)
                .map(EventChange.class::cast)
                .toList();
    }

    private static SyncLab lab() {
        return new SyncLab().subscribe("host", Subscriber.Beginning.FROM_NOW);
    }

    private static FakeCalendar calendar(SyncLab lab, Behaviour behaviour) {
        return lab.server().account("anna").calendar("work").behave(behaviour);
    }

    private static EventTime.Timed at(int hour) {
        return EventTime.Timed.of(LocalDateTime.of(2026, 3, 2, hour, 0), BERLIN, Duration.ofHours(1));
    }

    private static List<String> titles(SyncLab lab, CalendarId id) {
        List<String> titles = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            io.calendarsync.Page<Event> page = lab.sync().agenda().events(id, after, 7);
            page.items().forEach(event -> titles.add(event.title()));
            after = page.next();
        } while (after.isPresent());
        return titles;
    }
}
