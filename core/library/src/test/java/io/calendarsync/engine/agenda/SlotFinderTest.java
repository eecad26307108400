package io.calendarsync.engine.agenda;

import static io.calendarsync.engine.agenda.Some.at;
import static io.calendarsync.engine.agenda.Some.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.SlotQuery;
import io.calendarsync.WorkingHours;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlotFinderTest {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final WorkingHours NINE_TO_FIVE =
            WorkingHours.in(ZoneOffset.UTC).everyDay("09:00-12:00", "13:00-17:00");

    @Test
    void slotsStartInStepsFromTheBeginningOfTheHours_whereverTheQuestionBegins() {
        SlotQuery query = SlotQuery.of(ANNA, new Interval(at(9, 20), at(12, 0)), Duration.ofMinutes(45))
                .every(Duration.ofMinutes(30));

        assertThat(starts(query, NINE_TO_FIVE)).containsExactly(at(9, 30), at(10, 0), at(10, 30), at(11, 0));
    }

    @Test
    void buffers_haveToBeFreeButNotOpen() {
        SlotQuery query = SlotQuery.of(ANNA, hours(9, 12), Duration.ofHours(1))
                .buffers(Duration.ofMinutes(30), Duration.ofMinutes(10));

        assertThat(starts(query, NINE_TO_FIVE)).containsExactly(at(9, 0), at(10, 0), at(11, 0));
        assertThat(starts(query, NINE_TO_FIVE, hours(8, 9))).containsExactly(at(10, 0), at(11, 0));
        assertThat(starts(query, NINE_TO_FIVE, hours(12, 13))).containsExactly(at(9, 0), at(10, 0));
        assertThat(starts(query, NINE_TO_FIVE, new Interval(at(12, 10), at(13, 0))))
                .hasSize(3);
    }

    @Test
    void onlyTheFirstAreGiven_whereFewAreAskedFor() {
        SlotQuery query = SlotQuery.of(ANNA, hours(0, 24 * 30), Duration.ofMinutes(30));

        assertThat(starts(query.atMost(3), NINE_TO_FIVE)).containsExactly(at(9, 0), at(9, 30), at(10, 0));
    }

    /** Whatever hours, blocks and question: as if every second were tried. */
    @Test
    void slotsAreThoseATrialOfEveryStartFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            WorkingHours hours = random.nextInt(4) == 0
                    ? WorkingHours.in(ZoneOffset.UTC).everyDay("00:00-24:00")
                    : WorkingHours.in(ZoneOffset.UTC).everyDay(some(random), some(random));
            List<Interval> blocked = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                Instant from = at(random.nextInt(72), random.nextInt(60));
                blocked.add(new Interval(from, from.plus(Duration.ofMinutes(random.nextInt(400)))));
            }
            Instant from = at(random.nextInt(40), random.nextInt(60));
            SlotQuery query = SlotQuery.of(
                            ANNA,
                            new Interval(from, from.plus(Duration.ofMinutes(random.nextInt(1500)))),
                            Duration.ofMinutes(1 + random.nextInt(120)))
                    .every(Duration.ofMinutes(1 + random.nextInt(90)))
                    .buffers(Duration.ofMinutes(random.nextInt(30)), Duration.ofMinutes(random.nextInt(30)))
                    .atMost(1 + random.nextInt(40));

            assertThat(starts(query, hours, blocked.toArray(Interval[]::new)))
                    .as("%s in %s around %s", query, hours, blocked)
                    .containsExactlyElementsOf(tried(query, hours, blocked));
        }
    }

    private static String some(Random random) {
        return String.format(
                "%02d:%02d-%02d:%02d",
                random.nextInt(24), random.nextInt(4) * 15, random.nextInt(24), random.nextInt(4) * 15);
    }

    private static List<Instant> tried(SlotQuery query, WorkingHours hours, List<Interval> blocked) {
        Openings openings = Openings.of(hours, query.within());
        TreeSet<Instant> starts = new TreeSet<>();
        for (Interval stretch : openings.stretches()) {
            for (Instant start = stretch.start(); start.isBefore(stretch.end()); start = start.plus(query.step())) {
                Interval slot = new Interval(start, start.plus(query.length()));
                Interval padded = new Interval(
                        slot.start().minus(query.before()), slot.end().plus(query.after()));
                boolean open = openings.open().stream().anyMatch(one -> covers(one, slot));
                boolean free = blocked.stream().noneMatch(one -> !one.isEmpty() && one.overlaps(padded));
                if (open && free && covers(query.within(), slot)) {
                    starts.add(start);
                }
            }
        }
        return starts.stream().limit(query.limit()).toList();
    }

    private static boolean covers(Interval one, Interval other) {
        return !other.start().isBefore(one.start()) && !other.end().isAfter(one.end());
    }

    private static List<Instant> starts(SlotQuery query, WorkingHours hours, Interval... blocked) {
        long[] from = new long[blocked.length];
        long[] to = new long[blocked.length];
        for (int i = 0; i < blocked.length; i++) {
            from[i] = Micros.of(blocked[i].start());
            to[i] = Micros.of(blocked[i].end());
        }
        return new SlotFinder(query, Spans.of(from, to).merged())
                .in(Openings.of(hours, query.within())).stream()
                        .map(Interval::start)
                        .toList();
    }
}
