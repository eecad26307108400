package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.recurrence.Series;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is read for a stretch of time is enough to tell what takes place in it, as if the whole calendar had been read. */
class TouchingTest {

    private static final CalendarId CALENDAR = new CalendarId("owner-connection-calendar");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Records records = new Records(new InMemorySyncStore(), new AtomicLong()::incrementAndGet);
    private final EventRecords events = new EventRecords(records, new EventCodec());

    @Test
    void occurrencesAreThoseOfTheWholeCalendar() {
        Random random = new Random(7);
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.addAll(some(random, i));
        }
        all.forEach(this::store);

        for (int look = 0; look < 200; look++) {
            Instant from = BEGIN.plusHours(random.nextInt(365 * 24)).toInstant(ZoneOffset.UTC);
            Interval within = new Interval(from, from.plus(Duration.ofHours(1 + random.nextInt(24 * 20))));
            ZoneId viewer = random.nextBoolean() ? APIA : BERLIN;
            List<Event> read = events.touching(CALENDAR, within).stream()
                    .map(KnownEvent::event)
                    .toList();

            assertThat(read).doesNotHaveDuplicates();
            assertThat(occurrences(read, within, viewer)).isEqualTo(occurrences(all, within, viewer));
        }
    }

    @Test
    void whatIsOverOrFarAhead_isNotRead() {
        store(single("over", BEGIN, Duration.ofHours(1)));
        store(single("ahead", BEGIN.plusDays(90), Duration.ofHours(1)));
        store(series("ended", BEGIN, "FREQ=DAILY;COUNT=3"));
        Instant from = BEGIN.plusDays(40).toInstant(ZoneOffset.UTC);

        assertThat(events.touching(CALENDAR, new Interval(from, from.plus(Duration.ofDays(1)))))
                .isEmpty();
    }

    private void store(Event event) {
        Commit commit = records.begin();
        events.put(commit, event, "1:x", Optional.empty());
        assertThat(commit.run()).isTrue();
    }

    private static List<Event> some(Random random, int number) {
        LocalDateTime start = BEGIN.plusHours(random.nextInt(365 * 24));
        String id = "event" + number;
        return switch (random.nextInt(5)) {
            case 0 -> List.of(single(id, start, Duration.ofHours(random.nextInt(24))));
            case 1 -> List.of(single(id, start, Duration.ofDays(random.nextInt(90))));
            case 2 ->
                List.of(Event.builder(
                                ref(id),
                                new EventTime.AllDay(
                                        start.toLocalDate(), start.toLocalDate().plusDays(1 + random.nextInt(40))))
                        .build());
            case 3 -> List.of(series(id, start, "FREQ=WEEKLY" + (random.nextBoolean() ? ";COUNT=5" : "")));
            default -> overridden(random, id, start);
        };
    }

    /** A weekly series of which one instance is moved, perhaps by months. */
    private static List<Event> overridden(Random random, String id, LocalDateTime start) {
        LocalDateTime original = start.plusWeeks(1 + random.nextInt(3));
        LocalDateTime moved = original.plusDays(random.nextInt(200) - 100);
        Event override = Event.builder(ref(id + "-moved"), EventTime.Timed.of(moved, BERLIN, Duration.ofHours(2)))
                .shape(new EventShape.Override(id, new RecurrenceId.Zoned(original, BERLIN), random.nextInt(4) == 0))
                .build();
        if (random.nextBoolean()) {
            return List.of(series(id, start, "FREQ=WEEKLY;COUNT=8"), override);
        }
        LocalDateTime second = start.plusWeeks(4 + random.nextInt(3));
        Event another = Event.builder(
                        ref(id + "-too"),
                        EventTime.Timed.of(second.plusDays(random.nextInt(60) - 30), BERLIN, Duration.ofHours(1)))
                .shape(new EventShape.Override(id, new RecurrenceId.Zoned(second, BERLIN), random.nextInt(4) == 0))
                .build();
        return List.of(series(id, start, "FREQ=WEEKLY;COUNT=8"), override, another);
    }

    private static Event single(String id, LocalDateTime start, Duration length) {
        return Event.builder(ref(id), EventTime.Timed.of(start, BERLIN, length)).build();
    }

    private static Event series(String id, LocalDateTime start, String rule) {
        return Event.builder(ref(id), EventTime.Timed.of(start, BERLIN, Duration.ofHours(1)))
                .shape(new EventShape.Series(Recurrence.of(rule)))
                .build();
    }

    private static EventRef ref(String id) {
        return new EventRef(CALENDAR, id);
    }

    private static Set<String> occurrences(List<Event> from, Interval within, ZoneId viewer) {
        Set<String> found = new TreeSet<>();
        for (Event event : from) {
            if (event.shape() instanceof EventShape.Override) {
                continue;
            }
            List<Event> overrides = from.stream()
                    .filter(other -> other.shape() instanceof EventShape.Override override
                            && override.seriesId().equals(event.ref().eventId()))
                    .toList();
            Series.of(event, overrides)
                    .between(within, viewer)
                    .items()
                    .forEach(one -> found.add(event.ref().eventId() + " " + one.span()));
        }
        return found;
    }
}
