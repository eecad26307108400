package io.calendarsync.testkit.engine;

import static io.calendarsync.testkit.engine.Fixture.BERLIN;
import static io.calendarsync.testkit.engine.Fixture.at;
import static io.calendarsync.testkit.engine.Fixture.calendar;
import static io.calendarsync.testkit.engine.Fixture.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.Agenda;
import io.calendarsync.Answer;
import io.calendarsync.BusyPolicy;
import io.calendarsync.Clash;
import io.calendarsync.Gap;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.OccurrencePage;
import io.calendarsync.Retention;
import io.calendarsync.Slot;
import io.calendarsync.SlotQuery;
import io.calendarsync.Use;
import io.calendarsync.WorkingHours;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ShowAs;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When an owner is busy and free, through the whole engine. Monday, 2 March 2026, in Berlin is the day most of it happens. */
class AgendaTest {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final Interval DAY = berlin(LocalDate.of(2026, 3, 2), 1);
    private static final WorkingHours HOURS = WorkingHours.in(BERLIN).weekdays("09:00-12:00");

    @Test
    void busyTime_isWhatBlocks_joined_withinWhatWasAskedFor() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            remote.create("Talk", at(9));
            remote.create("Next talk", at(10));
            remote.create("Lunch", at(12));
            remote.create(at(15), builder -> builder.title("Reminder").showAs(ShowAs.FREE));
            CalendarId id = connect(lab, remote);

            Answer<Interval> busy = lab.sync().agenda().busy(ANNA, new Interval(clock(9, 30), clock(12, 30)));

            assertThat(busy.items())
                    .containsExactly(
                            new Interval(clock(9, 30), clock(11, 0)), new Interval(clock(12, 0), clock(12, 30)));
            assertThat(busy.isComplete()).isTrue();
            assertThat(busy.asOf()).containsOnlyKeys(id);
        }
    }

    @Test
    void twoCalendars_clash_butTheSameMeetingInBothDoesNot() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar work = calendar(lab, Behaviour.googleLike());
            FakeCalendar club = lab.server().account("club").calendar("club").behave(Behaviour.feedLike());
            work.create(at(9), builder -> builder.title("Review").uid("review@example.org"));
            club.create(at(9), builder -> builder.title("Review").uid("review@example.org"));
            club.create(half(9), builder -> builder.title("Training").uid("training@example.org"));
            connect(lab, work);
            connect(lab, club);

            List<Clash> clashes = lab.sync().agenda().conflicts(ANNA, DAY).items();

            assertThat(clashes).hasSize(1);
            assertThat(clashes.get(0).one().event().title()).isEqualTo("Review");
            assertThat(clashes.get(0).other().event().title()).isEqualTo("Training");
            assertThat(clashes.get(0).shared()).isEqualTo(new Interval(clock(9, 30), clock(10, 0)));
        }
    }

    /** An instance that was moved away does not block its old place; one made free does not block at all. */
    @Test
    void instancesOfASeries_blockWhereTheyAre() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            Event daily = remote.create(
                    at(9), builder -> builder.title("Daily").recurrence(Recurrence.of("FREQ=DAILY;COUNT=4")));
            remote.override(daily.ref().eventId(), instance(3), builder -> builder.time(at(14)));
            remote.override(daily.ref().eventId(), instance(4), builder -> builder.showAs(ShowAs.FREE));
            connect(lab, remote);

            assertThat(lab.sync()
                            .agenda()
                            .busy(ANNA, berlin(LocalDate.of(2026, 3, 2), 4))
                            .items())
                    .containsExactly(
                            new Interval(clock(9, 0), clock(10, 0)),
                            new Interval(clock(14, 0), clock(15, 0)),
                            new Interval(
                                    clock(9, 0).plus(Duration.ofDays(3)),
                                    clock(10, 0).plus(Duration.ofDays(3))));
        }
    }

    /** H40: whole days block the days of their calendar's zone, of 23 hours on 29 March, whatever zone the store scans by. */
    @Test
    void wholeDays_blockTheDaysOfTheirCalendar() {
        LocalDate shortDay = LocalDate.of(2026, 3, 29);
        for (String zone : List.of("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Niue")) {
            try (SyncLab lab = Fixture.lab()) {
                FakeCalendar remote = calendar(lab, Behaviour.googleLike()).zone(ZoneId.of(zone));
                remote.create("Away", new EventTime.AllDay(shortDay, shortDay.plusDays(1)));
                connect(lab, remote);
                Interval expected = new Interval(
                        shortDay.atStartOfDay(ZoneId.of(zone)).toInstant(),
                        shortDay.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());

                assertThat(lab.sync()
                                .agenda()
                                .busy(ANNA, berlin(LocalDate.of(2026, 3, 1), 60))
                                .items())
                        .containsExactly(expected);
                Interval lastHour = new Interval(expected.end().minusSeconds(3600), expected.end());
                assertThat(lab.sync().agenda().busy(ANNA, lastHour).items()).containsExactly(lastHour);
            }
        }
    }

    @Test
    void slots_lieInStoredHours_aroundWhatIsBusy() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            remote.create("Talk", at(10));
            connect(lab, remote);
            Agenda agenda = lab.sync().agenda();
            agenda.workingHours(ANNA, HOURS);
            SlotQuery query = SlotQuery.of(ANNA, DAY, Duration.ofMinutes(30));

            assertThat(agenda.workingHours(ANNA)).contains(HOURS);
            assertThat(agenda.slots(query).items())
                    .extracting(Slot::time)
                    .extracting(Interval::start)
                    .containsExactly(clock(9, 0), clock(9, 30), clock(11, 0), clock(11, 30));
            assertThat(agenda.slots(query.buffers(Duration.ofMinutes(15), Duration.ofMinutes(15)))
                            .items())
                    .extracting(slot -> slot.time().start())
                    .containsExactly(clock(9, 0), clock(11, 30));
            assertThat(agenda.slots(query.hours(WorkingHours.in(BERLIN).weekdays("10:30-11:30")))
                            .items())
                    .extracting(slot -> slot.time().start())
                    .containsExactly(clock(11, 0));
        }
    }

    /** H37: before the first listing has ended nothing is free. */
    @Test
    void aCalendarNotReadYet_isNotFree() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            remote.create("Talk", at(10));
            CalendarId id = lab.connect("anna", remote).calendar().id();

            Answer<Slot> slots = lab.sync().agenda().slots(SlotQuery.of(ANNA, DAY, Duration.ofHours(1)));
            OccurrencePage events = lab.sync().agenda().events(ANNA, DAY, BERLIN, Optional.empty(), 10);

            assertThat(slots.items()).isEmpty();
            assertThat(slots.unknown()).containsExactly(new Gap(id, DAY, Gap.Why.NOT_YET_SYNCED));
            assertThat(events.items()).isEmpty();
            assertThat(events.unknown()).isEqualTo(slots.unknown());
            assertThat(slots.asOf()).isEmpty();
        }
    }

    /** H37: beyond what a listing was asked for nothing is free; a feed has no such bound. */
    @Test
    void beyondTheSyncedWindow_nothingIsFree_butAFeedShowsAllThereIs() {
        Interval years = new Interval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
        for (Behaviour behaviour : List.of(Behaviour.googleLike(), Behaviour.feedLike())) {
            try (SyncLab lab = Fixture.lab()) {
                FakeCalendar remote = calendar(lab, behaviour);
                remote.create("Talk", at(10));
                CalendarId id = connect(lab, remote);

                Answer<Interval> busy = lab.sync().agenda().busy(ANNA, years);

                if (behaviour.equals(Behaviour.feedLike())) {
                    assertThat(busy.unknown()).isEmpty();
                } else {
                    Gap gap = busy.unknown().get(0);
                    assertThat(gap.why()).isEqualTo(Gap.Why.OUTSIDE_WINDOW);
                    assertThat(gap.calendar()).isEqualTo(id);
                    assertThat(gap.interval().end()).isEqualTo(years.end());
                    assertThat(gap.interval().start())
                            .isBetween(Instant.parse("2028-03-10T00:00:00Z"), Instant.parse("2028-03-13T00:00:00Z"));
                }
            }
        }
    }

    /** H37: a connection that has been dead for a month says nothing about today. */
    @Test
    void aCalendarNotReadForLong_isNotFree_andSaysSinceWhen() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            CalendarId id = connect(lab, remote);
            lab.sync()
                    .connections()
                    .pause(lab.sync().connections().list(ANNA).get(0).id());
            Instant read = lab.clock().instant();
            lab.advance(Duration.ofDays(30));

            Answer<Slot> slots = lab.sync().agenda().slots(SlotQuery.of(ANNA, DAY, Duration.ofHours(1)));

            assertThat(slots.items()).isEmpty();
            assertThat(slots.unknown()).containsExactly(new Gap(id, DAY, Gap.Why.STALE));
            assertThat(slots.asOf().get(id)).isBeforeOrEqualTo(read);

            lab.with(builder -> builder.busyPolicy(BusyPolicy.standard().staleAfter(Duration.ofDays(60))));
            assertThat(lab.sync().agenda().busy(ANNA, DAY).unknown()).isEmpty();
        }
    }

    @Test
    void aCalendarTheProviderRefuses_isNotFree_butWhatIsKnownIsShown() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            remote.create("Talk", at(10));
            CalendarId id = connect(lab, remote);
            lab.server().account("anna").revoke();
            lab.advance(Duration.ofHours(1));

            Answer<Interval> busy = lab.sync().agenda().busy(ANNA, DAY);

            assertThat(busy.unknown()).containsExactly(new Gap(id, DAY, Gap.Why.PARKED));
            assertThat(busy.items()).containsExactly(new Interval(clock(10, 0), clock(11, 0)));
        }
    }

    @Test
    void whatWasForgotten_isNotKnown() {
        Retention brief =
                new Retention(Duration.ofDays(10), Duration.ofDays(2), Duration.ofDays(30), Duration.ofDays(400));
        try (SyncLab lab = Fixture.lab().with(builder -> builder.retention(brief))) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            remote.create("Talk", at(10));
            CalendarId id = connect(lab, remote);
            lab.advance(Duration.ofDays(90));

            List<Gap> unknown = lab.sync().agenda().busy(ANNA, DAY).unknown();

            assertThat(unknown).containsExactly(new Gap(id, DAY, Gap.Why.OUTSIDE_WINDOW));
        }
    }

    @Test
    void aSeriesThatTakesTooManySteps_makesAllThatWasAskedUnknown() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            remote.create(
                    EventTime.Timed.of(LocalDateTime.of(2026, 3, 2, 0, 0), BERLIN, Duration.ofSeconds(1)),
                    builder -> builder.recurrence(Recurrence.of("FREQ=SECONDLY;INTERVAL=2")));
            CalendarId id = connect(lab, remote);
            Interval week = berlin(LocalDate.of(2026, 3, 2), 7);

            Answer<Interval> busy = lab.sync().agenda().busy(ANNA, week);

            assertThat(busy.unknown()).singleElement().satisfies(gap -> {
                assertThat(gap.calendar()).isEqualTo(id);
                assertThat(gap.why()).isEqualTo(Gap.Why.COSTLY_SERIES);
                assertThat(gap.interval()).isEqualTo(week);
            });
        }
    }

    @Test
    void aCalendarThatMerelyInforms_doesNotBlock_andNeedNotBeKnown() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            remote.create("Holiday", new EventTime.AllDay(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3)));
            CalendarId id = connect(lab, remote);

            lab.sync().connections().use(id, Set.of(Use.SYNC));

            assertThat(lab.sync().agenda().busy(ANNA, DAY).items()).isEmpty();
            assertThat(lab.sync()
                            .connections()
                            .calendars(
                                    lab.sync().connections().list(ANNA).get(0).id()))
                    .singleElement()
                    .satisfies(calendar -> assertThat(calendar.uses()).containsExactly(Use.SYNC));

            lab.sync().connections().use(id, Use.standard());

            assertThat(lab.sync().agenda().busy(ANNA, DAY).items()).hasSize(1);
            assertThatThrownBy(() -> lab.sync().connections().use(new CalendarId("no-such-one"), Set.of()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void pagesOfOccurrences_showAllCalendars_inTheViewersZone() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar work = calendar(lab, Behaviour.googleLike());
            FakeCalendar club = lab.server().account("club").calendar("club").behave(Behaviour.feedLike());
            work.create(at(9), builder -> builder.title("Daily").recurrence(Recurrence.of("FREQ=DAILY")));
            club.create("Feast", new EventTime.AllDay(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)));
            connect(lab, work);
            connect(lab, club);

            List<String> shown = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                OccurrencePage page =
                        lab.sync().agenda().events(ANNA, berlin(LocalDate.of(2026, 3, 2), 3), BERLIN, after, 2);
                page.items().forEach(one -> shown.add(one.event().title()));
                after = page.next();
            } while (after.isPresent());

            assertThat(shown).containsExactly("Daily", "Feast", "Daily", "Daily");
            assertThatThrownBy(() -> lab.sync().agenda().events(ANNA, DAY, BERLIN, Optional.of("x"), 2))
                    .isInstanceOf(InvalidRequest.class);
            assertThatThrownBy(() -> lab.sync().agenda().events(ANNA, DAY, BERLIN, Optional.empty(), 0))
                    .isInstanceOf(InvalidRequest.class);
        }
    }

    /** An event that is moved while its calendar is read is seen in one of its two places, never in none or both. */
    @Test
    void aCalendarThatChangesWhileItIsRead_isReadOnceMore() {
        MeddledStore store = new MeddledStore(new InMemorySyncStore());
        try (SyncLab lab = new SyncLab(store, 1)) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            Event talk = remote.create("Talk", at(10));
            CalendarId id = connect(lab, remote);
            store.afterNextScan(() -> {
                remote.reschedule(talk.ref().eventId(), at(8));
                lab.sync().agenda().syncNow(id);
            });

            Answer<Interval> busy = lab.sync().agenda().busy(ANNA, DAY);

            assertThat(busy.items()).containsExactly(new Interval(clock(8, 0), clock(9, 0)));
            assertThat(busy.isComplete()).isTrue();
        }
    }

    @Test
    void aCalendarThatChangesEachTimeItIsRead_isNotKnown() {
        MeddledStore store = new MeddledStore(new InMemorySyncStore());
        try (SyncLab lab = new SyncLab(store, 1)) {
            FakeCalendar remote = calendar(lab, Behaviour.googleLike());
            Event talk = remote.create("Talk", at(10));
            CalendarId id = connect(lab, remote);
            AtomicInteger changes = new AtomicInteger();
            store.afterEachScan(() -> {
                remote.retitle(talk.ref().eventId(), "Talk " + changes.incrementAndGet());
                lab.sync().agenda().syncNow(id);
            });

            Answer<Slot> slots = lab.sync().agenda().slots(SlotQuery.of(ANNA, DAY, Duration.ofHours(1)));

            assertThat(slots.items()).isEmpty();
            assertThat(slots.unknown()).containsExactly(new Gap(id, DAY, Gap.Why.CHANGING));
        }
    }

    /** Of three thousand daily events a question for one day reads a month's keys and some days' events. */
    @Test
    void aQuestion_neverScansTheWholeCalendar() {
        MeddledStore store = new MeddledStore(new InMemorySyncStore());
        try (SyncLab lab = new SyncLab(store, 1)) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            Fixture.fill(remote, 3000);
            connect(lab, remote);
            long before = store.scanned();

            assertThat(lab.sync().agenda().busy(ANNA, DAY).items()).hasSize(1);

            assertThat(store.scanned() - before).isLessThan(60);
        }
    }

    @Test
    void theEndsOfTime_areAnsweredLikeAnyOtherInterval() {
        try (SyncLab lab = Fixture.lab()) {
            FakeCalendar remote = calendar(lab, Behaviour.feedLike());
            remote.create("Talk", at(10));
            connect(lab, remote);
            Interval ever = new Interval(Instant.MIN, Instant.MAX);

            assertThat(lab.sync().agenda().busy(ANNA, ever).items()).hasSize(1);
            assertThat(lab.sync().agenda().conflicts(ANNA, ever).items()).isEmpty();
            assertThat(lab.sync()
                            .agenda()
                            .events(ANNA, ever, BERLIN, Optional.empty(), 10)
                            .items())
                    .hasSize(1);
            assertThat(lab.sync()
                            .agenda()
                            .busy(ANNA, new Interval(Instant.MAX, Instant.MAX))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void storedHours_areExportedAndErasedWithTheirOwner() {
        try (SyncLab lab = Fixture.lab()) {
            lab.sync().agenda().workingHours(ANNA, HOURS);
            ByteArrayOutputStream export = new ByteArrayOutputStream();
            lab.sync().operations().export(ANNA, export);

            assertThat(export.toString(StandardCharsets.UTF_8)).contains("workingHours", "09:00-12:00");

            lab.sync().operations().erase(ANNA);
            assertThat(lab.sync().agenda().workingHours(ANNA)).isEmpty();
            assertThatThrownBy(() -> lab.sync().agenda().workingHours(ANNA, HOURS))
                    .isInstanceOf(InvalidRequest.class);

            lab.advance(Duration.ofHours(1));
            lab.sync().agenda().workingHours(ANNA, HOURS);
            assertThat(lab.sync().agenda().workingHours(ANNA)).contains(HOURS);
        }
    }

    private static EventTime half(int hour) {
        return EventTime.Timed.of(LocalDateTime.of(2026, 3, 2, hour, 30), BERLIN, Duration.ofHours(1));
    }

    private static RecurrenceId instance(int dayOfMarch) {
        return new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, dayOfMarch, 9, 0), BERLIN);
    }

    private static Instant clock(int hour, int minute) {
        return LocalDateTime.of(2026, 3, 2, hour, minute).atZone(BERLIN).toInstant();
    }

    private static Interval berlin(LocalDate day, int days) {
        return new Interval(
                day.atStartOfDay(BERLIN).toInstant(),
                day.plusDays(days).atStartOfDay(BERLIN).toInstant());
    }
}
