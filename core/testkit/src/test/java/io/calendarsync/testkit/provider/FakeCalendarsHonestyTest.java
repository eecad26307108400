package io.calendarsync.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * However badly a fake calendar behaves, a reader that follows the contract ends up with what it holds. Whatever the
 * simulation finds in an engine is therefore the engine's.
 */
class FakeCalendarsHonestyTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final SyncWindow WINDOW =
            new SyncWindow(START.minus(Duration.ofDays(30)), START.plus(Duration.ofDays(60)));

    @Test
    void a_reader_that_follows_the_contract_keeps_up_with_any_behaviour() {
        for (long seed = 0; seed < 2_000; seed++) {
            new History(Behaviour.any(Dice.of(seed).split("behaviour")), seed).run();
        }
    }

    @TestFactory
    List<DynamicTest> a_reader_that_follows_the_contract_keeps_up_with_each_likeness() {
        return Stream.of(
                        Map.entry("google", Behaviour.googleLike()),
                        Map.entry("graph", Behaviour.graphLike()),
                        Map.entry("feed", Behaviour.feedLike()))
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    for (long seed = 0; seed < 300; seed++) {
                        new History(each.getValue(), seed).run();
                    }
                }))
                .toList();
    }

    /** Edits and rounds in turn; edits also between the pages of a round. */
    private static final class History {
        private final long seed;
        private final Dice dice;
        private final VirtualClock clock = new VirtualClock(START);
        private final FakeCalendar calendar;
        private final Follower follower;

        History(Behaviour behaviour, long seed) {
            this.seed = seed;
            this.dice = Dice.of(seed).split("history");
            FakeCalendars server = new FakeCalendars(clock, seed);
            FakeAccount account = server.account("anna");
            this.calendar = account.calendar("work").behave(behaviour);
            ProviderSession session = new FakeProvider(server)
                    .open(new SessionContext(new ConnectionId("c"), account.credential(), clock));
            this.follower = new Follower(session, "work", WINDOW);
        }

        void run() {
            for (int round = 0; round < 6; round++) {
                edits(dice.between(0, 8));
                clock.advance(Duration.ofMillis(dice.choose(0, 1, 5_000, 3_600_000)));
                if (dice.chance(0.1)) {
                    calendar.loseCursors();
                }
                Dice between = dice.split(round);
                int[] editsLeft = {3};
                follower.catchUp(() -> {
                    if (editsLeft[0] > 0 && between.chance(0.2)) {
                        editsLeft[0]--;
                        edits(1);
                    }
                    if (editsLeft[0] > 0 && between.chance(0.02)) {
                        editsLeft[0]--;
                        calendar.losePages();
                    }
                    clock.advance(Duration.ofMillis(between.choose(0, 1, 1_000)));
                });
            }
            clock.advance(Duration.ofHours(1));
            follower.catchUp();
            Map<String, Event> truth = calendar.events();
            List<String> wrong = follower.events().entrySet().stream()
                    .filter(told -> !told.getValue().equals(truth.get(told.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(wrong).as("seed %s: all that is told is so", seed).isEmpty();
            assertThat(follower.events().keySet())
                    .as("seed %s: all that is so within the window is told", seed)
                    .containsAll(within(truth));
        }

        private List<String> within(Map<String, Event> truth) {
            return truth.values().stream()
                    .filter(event -> event.span(ZoneOffset.UTC).start().isBefore(WINDOW.until())
                            && (event.isSeries()
                                    || event.span(ZoneOffset.UTC).end().isAfter(WINDOW.from())))
                    .map(event -> event.ref().eventId())
                    .toList();
        }

        private void edits(int count) {
            for (int edit = 0; edit < count; edit++) {
                edit();
                clock.advance(Duration.ofMillis(dice.choose(0, 0, 1, 60_000)));
            }
        }

        private void edit() {
            List<String> ids = new ArrayList<>(calendar.events().keySet());
            if (ids.isEmpty() || dice.chance(0.35)) {
                calendar.create(
                        anyTime(),
                        event -> dice.chance(0.4)
                                ? event.title("s").recurrence(Recurrence.of("FREQ=DAILY"))
                                : event.title("e"));
                return;
            }
            String id = dice.choose(ids);
            Event event = calendar.events().get(id);
            switch (dice.between(0, 7)) {
                case 0 -> calendar.delete(id);
                case 1 -> calendar.reschedule(id, anyTime());
                case 2 -> calendar.touch(id);
                case 3 ->
                    calendar.put(
                            event.toBuilder().title("put " + dice.nextInt(9)).build());
                case 4 -> spoilOrMend(id);
                case 5, 6 -> override(event);
                default -> calendar.retitle(id, "title " + dice.nextInt(100));
            }
            if (dice.chance(0.05)) {
                calendar.put(event);
            }
        }

        private void spoilOrMend(String id) {
            if (calendar.events().get(id).degradations().isEmpty()) {
                calendar.spoil(id);
            } else {
                calendar.mend(id);
            }
        }

        private void override(Event event) {
            if (event.isSeries()) {
                LocalDateTime first = event.time().localStart();
                RecurrenceId instance = new RecurrenceId.Zoned(first.plusDays(dice.nextInt(5)), ZoneOffset.UTC);
                calendar.override(
                        event.ref().eventId(),
                        instance,
                        each -> each.title("override")
                                .status(dice.chance(0.3) ? EventStatus.CANCELLED : EventStatus.CONFIRMED));
            }
        }

        private EventTime anyTime() {
            LocalDateTime start = LocalDateTime.of(2026, 3, 1, 9, 0).plusDays(dice.between(-60, 90));
            return EventTime.Timed.of(start, ZoneOffset.UTC, Duration.ofHours(1));
        }
    }
}
