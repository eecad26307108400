package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static io.calendarsync.testkit.engine.Fixture.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.EventChange;
import io.calendarsync.Retention;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.HostKey;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    private static final Retention BRIEF =
            new Retention(Duration.ofDays(10), Duration.ofDays(2), Duration.ofDays(30), Duration.ofDays(400));

    /** H8: what is forgotten is not created again, though the feed still lists it. */
    @Test
    void aForgottenEventStaysForgottenThoughTheFeedStillListsIt() {
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(BRIEF))) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 30);
            CalendarId id = connect(lab, remote);
            String linked = remote.events().values().stream()
                    .filter(event -> event.title().equals("Event 1"))
                    .findFirst()
                    .orElseThrow()
                    .ref()
                    .eventId();
            lab.sync().agenda().link(new EventRef(id, linked), new HostKey("invoice-7"));
            lab.take("host");

            lab.advance(Duration.ofDays(52));
            remote.create("News", Fixture.onDay(60));
            lab.advance(Duration.ofDays(2));

            assertThat(titles(lab, id)).contains("Event 1", "Event 20", "News").doesNotContain("Event 0", "Event 5");
            assertThat(Fixture.changes(lab.take("host")))
                    .extracting(EventChange::kind)
                    .containsExactly(EventChange.Kind.CREATED);
        }
    }

    @Test
    void anEndedEventThatAFeedStopsListingHasLeftTheWindow() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 40);
            CalendarId id = connect(lab, remote);
            lab.advance(Duration.ofDays(60));
            lab.take("host");

            remote.forget(event ->
                    event.time().localStart().isBefore(Fixture.onDay(25).start()));
            lab.advance(Duration.ofHours(2));

            assertThat(titles(lab, id)).hasSize(15);
            assertThat(Fixture.changes(lab.take("host")))
                    .hasSize(25)
                    .allMatch(change -> change.kind() == EventChange.Kind.LEFT_WINDOW);
        }
    }

    /** The beginning of the computer's time is no horizon. */
    @ParameterizedTest
    @ValueSource(ints = {2, 1066, 1969, 1970})
    void eventOfAnyYear_isKept(int year) {
        Retention all = new Retention(
                Duration.ofDays(1_000_000), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(400));
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(all))) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            remote.create("Long ago", new EventTime.AllDay(LocalDate.of(year, 6, 1), LocalDate.of(year, 6, 2)));
            CalendarId id = connect(lab, remote);
            lab.advance(Duration.ofDays(3));

            assertThat(Fixture.titles(lab, id)).containsExactly("Long ago");
        }
    }
}
