package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.changes;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static io.calendarsync.testkit.engine.Fixture.fill;
import static io.calendarsync.testkit.engine.Fixture.lab;
import static io.calendarsync.testkit.engine.Fixture.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarChange;
import io.calendarsync.CalendarState;
import io.calendarsync.EventChange;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Plan;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTest {

    @Test
    void aFeedThatLosesMostOfItsEventsLosesNoneInTheStore() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);
            lab.take("host");

            remote.forget(event -> !event.title().endsWith("7"));
            remote.retitle(idOf(lab, id, "Event 7"), "Renamed to 7");
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).hasSize(60).contains("Renamed to 7");
            assertThat(state(lab, id)).isEqualTo(CalendarState.REVIEW);
            assertThat(lab.delivered("host"))
                    .filteredOn(ReviewNeeded.class::isInstance)
                    .hasSize(1);
            assertThat(changes(lab.take("host")))
                    .extracting(EventChange::kind)
                    .containsExactly(EventChange.Kind.UPDATED);
        }
    }

    @Test
    void listingsThatAgreeForADayLetDeletionsGo() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);
            remote.forget(event -> !event.title().endsWith("7"));
            lab.advance(Duration.ofHours(20));
            assertThat(titles(lab, id)).hasSize(60);

            lab.advance(Duration.ofHours(12));

            assertThat(titles(lab, id)).hasSize(6);
            assertThat(state(lab, id)).isEqualTo(CalendarState.SYNCED);
        }
    }

    @Test
    void listingsNeverAgreeThatEverythingIsGone() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 15);
            CalendarId id = connect(lab, remote);

            remote.forget(event -> true);
            lab.advance(Duration.ofDays(5));

            assertThat(titles(lab, id)).hasSize(15);
            assertThat(state(lab, id)).isEqualTo(CalendarState.REVIEW);
        }
    }

    @Test
    void aFeedThatComesBackEndsTheReviewByItself() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);
            remote.forget(event -> true);
            lab.advance(Duration.ofHours(2));
            lab.take("host");

            remote.remember();
            lab.advance(Duration.ofHours(8));

            assertThat(titles(lab, id)).hasSize(60);
            assertThat(state(lab, id)).isEqualTo(CalendarState.SYNCED);
            assertThat(changes(lab.take("host"))).isEmpty();
        }
    }

    /** H16: a plan does not delete what came back after it was made. */
    @Test
    void aConfirmedPlanSparesWhatWasSeenSince() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);
            remote.forget(event -> true);
            remote.loseCursors();
            lab.advance(Duration.ofHours(2));
            Plan monday = lab.sync().agenda().preview(id);
            assertThat(monday.isHeldBack()).isTrue();

            remote.remember();
            remote.retitle(idOf(lab, id, "Event 3"), "Back on Tuesday");
            lab.advance(Duration.ofHours(2));
            remote.forget(event -> !event.title().startsWith("Back"));
            lab.sync().agenda().confirm(monday);
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).contains("Back on Tuesday");
        }
    }

    @Test
    void aDiscardedPlanStaysSilentUntilOtherEventsAreMissing() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);
            remote.forget(event -> !event.title().endsWith("7"));
            lab.advance(Duration.ofHours(1));

            lab.sync().agenda().discard(lab.sync().agenda().preview(id));
            lab.take("host");
            remote.create("News 7", Fixture.at(9));
            lab.advance(Duration.ofDays(3));

            assertThat(titles(lab, id)).hasSize(61);
            assertThat(state(lab, id)).isEqualTo(CalendarState.SYNCED);
            assertThat(lab.take("host")).noneMatch(ReviewNeeded.class::isInstance);

            remote.forget(event -> !event.title().endsWith("7") || event.title().endsWith("47"));
            lab.advance(Duration.ofHours(1));
            assertThat(lab.take("host")).anyMatch(ReviewNeeded.class::isInstance);
            List<AuditEntry> trail = lab.sync().operations().audit(new OwnerId("anna"));
            assertThat(trail).extracting(AuditEntry::what).contains("plan-discarded");
        }
    }

    @Test
    void aPlanThatIsNoLongerTheCalendarsIsRefused() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);
            remote.forget(event -> true);
            lab.advance(Duration.ofHours(1));
            Plan old = lab.sync().agenda().preview(id);
            remote.remember();
            lab.advance(Duration.ofHours(1));

            assertThatThrownBy(() -> lab.sync().agenda().confirm(old))
                    .isInstanceOf(InvalidRequest.class)
                    .hasMessageContaining("preview");
            assertThat(titles(lab, id)).hasSize(60);
        }
    }

    /** H17: a run of tombstones counts as well. */
    @Test
    void aRunOfTombstonesIsHeldBack() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote =
                    calendar(lab, Behaviour.builder().pageSize(100).build());
            fill(remote, 60);
            CalendarId id = connect(lab, remote);

            remote.clear();
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).hasSize(60);
            assertThat(state(lab, id)).isEqualTo(CalendarState.REVIEW);

            lab.sync().agenda().confirm(lab.sync().agenda().preview(id));
            lab.advance(Duration.ofHours(1));
            assertThat(titles(lab, id)).isEmpty();
        }
    }

    @Test
    void aPreviewTellsWhatWouldHappenAndDoesNone() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 10);
            CalendarId id = connect(lab, remote);
            remote.retitle(idOf(lab, id, "Event 1"), "Other");
            remote.create("More", Fixture.at(9));
            remote.forget(event -> event.title().equals("Event 5"));

            Plan plan = lab.sync().agenda().preview(id);

            assertThat(plan.isHeldBack()).isFalse();
            assertThat(List.of(plan.creations(), plan.updates(), plan.deletions()))
                    .containsExactly(1, 1, 1);
            assertThat(titles(lab, id)).hasSize(10).contains("Event 1", "Event 5");
        }
    }

    private static CalendarState state(SyncLab lab, CalendarId id) {
        return lab.sync().operations().diagnose(id).calendar().state();
    }

    private static String idOf(SyncLab lab, CalendarId id, String title) {
        return lab.sync().agenda().events(id, Optional.empty(), 100).items().stream()
                .filter(event -> event.title().equals(title))
                .findFirst()
                .orElseThrow()
                .ref()
                .eventId();
    }

    /** H16: tombstones that trip the guard while a plan is open are in no plan; they were thrown away. */
    @Test
    void deletionsThatTripWhileAPlanIsOpen_areInTheNextPlan() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote =
                    calendar(lab, Behaviour.builder().pageSize(300).build());
            fill(remote, 100);
            CalendarId id = connect(lab, remote);
            List.copyOf(remote.events().keySet()).subList(0, 60).forEach(remote::delete);
            lab.advance(Duration.ofHours(7));
            Plan first = lab.sync().agenda().preview(id);
            assertThat(first.deletions()).isEqualTo(60);
            Set<String> old = Set.copyOf(remote.events().keySet());
            fill(remote, 200);
            lab.advance(Duration.ofHours(1));
            List.copyOf(remote.events().keySet()).stream()
                    .filter(event -> !old.contains(event))
                    .forEach(remote::delete);
            lab.advance(Duration.ofHours(7));

            Plan second = lab.sync().agenda().preview(id);
            assertThat(second.id()).isNotEqualTo(first.id());
            lab.sync().agenda().confirm(second);
            lab.advance(Duration.ofHours(1));
            assertThat(Fixture.titles(lab, id)).hasSize(40);
        }
    }

    /** H8: what a feed stops listing because it is over makes no other plan of the same missing events. */
    @Test
    void whatMerelyEnds_doesNotAskTheHostAgain() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            List<Event> created = fill(remote, 20);
            lab.clock().jumpTo(Instant.parse("2026-01-30T12:00:00Z"));
            CalendarId id = connect(lab, remote);
            created.subList(8, 20).forEach(event -> remote.delete(event.ref().eventId()));
            lab.advance(Duration.ofMinutes(10));
            lab.sync().agenda().syncNow(id);
            lab.sync().agenda().discard(lab.sync().agenda().preview(id));
            lab.take("host");
            lab.advance(Duration.ofDays(4));
            for (int day = 0; day < 5; day++) {
                lab.advance(Duration.ofDays(1));
                remote.delete(created.get(day).ref().eventId());
            }
            lab.advance(Duration.ofHours(12));

            assertThat(lab.take("host")).noneMatch(ReviewNeeded.class::isInstance);
            assertThat(Fixture.titles(lab, id)).hasSizeLessThan(20).hasSizeGreaterThanOrEqualTo(12);
        }
    }

    /** H8: where nobody has read for days, what ended meanwhile is not taken for deleted, and is told as left later. */
    @Test
    void afterDaysWithoutAReading_whatEndedMeanwhileIsNotCalledDeleted() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            List<Event> created = fill(remote, 42);
            lab.clock().jumpTo(Instant.parse("2026-01-30T12:00:00Z"));
            CalendarId id = connect(lab, remote);
            lab.take("host");

            lab.clock().jumpTo(Instant.parse("2026-03-08T18:00:00Z"));
            created.subList(0, 33).forEach(event -> remote.delete(event.ref().eventId()));
            remote.delete(created.get(40).ref().eventId());
            lab.sync().agenda().syncNow(id);
            lab.settle();

            assertThat(state(lab, id)).isEqualTo(CalendarState.SYNCED);
            assertThat(changes(lab.take("host")))
                    .extracting(EventChange::kind)
                    .containsOnlyOnce(EventChange.Kind.DELETED)
                    .doesNotContain(EventChange.Kind.UPDATED);

            lab.advance(Duration.ofHours(12));

            assertThat(state(lab, id)).isEqualTo(CalendarState.SYNCED);
            assertThat(changes(lab.take("host")))
                    .extracting(EventChange::kind)
                    .containsOnly(EventChange.Kind.LEFT_WINDOW);
            assertThat(lab.sync().operations().diagnose(id).calendar().asOf())
                    .hasValueSatisfying(asOf -> assertThat(asOf).isAfter(Instant.parse("2026-03-08T18:00:00Z")));
        }
    }

    /** H8: a calendar that is read once a week is read as of that week. */
    @Test
    void readingsAWeekApart_areBelievedFromTheSecondOn() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            List<Event> created = fill(remote, 42);
            lab.clock().jumpTo(Instant.parse("2026-01-30T12:00:00Z"));
            CalendarId id = connect(lab, remote);
            for (int week = 1; week <= 4; week++) {
                lab.clock().jumpTo(Instant.parse("2026-01-30T12:00:00Z").plus(Duration.ofDays(7 * week)));
                lab.take("host");
                created.subList(7 * week - 7, 7 * week - 2)
                        .forEach(event -> remote.delete(event.ref().eventId()));
                lab.sync().agenda().syncNow(id);
            }
            lab.settle();

            assertThat(changes(lab.take("host")))
                    .hasSize(20)
                    .extracting(EventChange::kind)
                    .containsOnly(EventChange.Kind.LEFT_WINDOW);
        }
    }

    /** H8, H17: an empty feed is as suspicious where all it used to list is over; refused once, it stays silent. */
    @Test
    void anEmptyFeedOfNothingButEndedEvents_isHeldBack_andStaysDiscarded() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            fill(remote, 10);
            CalendarId id = connect(lab, remote);
            lab.clock().jumpTo(Instant.parse("2026-02-20T12:00:00Z"));
            lab.settle();
            lab.advance(Duration.ofHours(12));
            remote.forget(event -> true);
            lab.advance(Duration.ofHours(2));

            assertThat(state(lab, id)).isEqualTo(CalendarState.REVIEW);
            Plan plan = lab.sync().agenda().preview(id);
            assertThat(plan.deletions()).isEqualTo(10);

            lab.sync().agenda().discard(plan);
            lab.take("host");
            lab.advance(Duration.ofDays(2));

            assertThat(state(lab, id)).isEqualTo(CalendarState.SYNCED);
            assertThat(Fixture.titles(lab, id)).hasSize(10);
            assertThat(lab.take("host")).singleElement().isInstanceOf(CalendarChange.class);

            remote.remember();
            remote.retitle(idOf(lab, id, "Event 3"), "Event 3, corrected");
            lab.advance(Duration.ofHours(2));
            assertThat(Fixture.titles(lab, id)).hasSize(10).contains("Event 3, corrected");
        }
    }

    /** Overrides that a listing shows go all the same when their series goes: the guard counts them. */
    @Test
    void aSeriesThatIsNotShown_countsWithItsOverrides() {
        try (SyncLab lab = lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.plain());
            String series = remote.create(
                            Fixture.at(9),
                            event -> event.title("Daily").recurrence(Recurrence.of("FREQ=DAILY;COUNT=9")))
                    .ref()
                    .eventId();
            RecurrenceId second = new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, 3, 9, 0), Fixture.BERLIN);
            remote.override(series, second, event -> event.title("Moved"));
            CalendarId id = connect(lab, remote);
            assertThat(titles(lab, id)).containsExactlyInAnyOrder("Daily", "Moved");

            remote.forget(event -> event.title().equals("Daily"));
            remote.loseCursors();
            lab.advance(Duration.ofHours(1));

            assertThat(titles(lab, id)).containsExactlyInAnyOrder("Daily", "Moved");
            assertThat(state(lab, id)).isEqualTo(CalendarState.REVIEW);
            assertThat(lab.sync().agenda().preview(id).deletions()).isEqualTo(2);
        }
    }
}
