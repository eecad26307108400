package io.calendarsync.engine.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.InvalidRequest;
import io.calendarsync.OccurrencePage;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    @Test
    void pagesAddUpToAllThatTouchesTheInterval_byStart_eachOnce() {
        Random random = new Random(3);
        List<Occurrence> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // On whole days, so that many start together.
            all.add(Some.occurrence(
                    i % 2 == 0 ? "a" : "b",
                    "e" + i,
                    Some.DAY.plusDays(random.nextInt(300)),
                    Duration.ofHours(random.nextInt(1000))));
        }
        for (int round = 0; round < 100; round++) {
            int from = random.nextInt(24 * 300);
            Interval within = Some.hours(from, from + 1 + random.nextInt(24 * 300));

            List<Occurrence> paged = pages(all, within, 1 + random.nextInt(50));

            assertThat(paged)
                    .containsExactlyInAnyOrderElementsOf(touching(all, within))
                    .isSortedAccordingTo(Comparator.comparing(one -> one.span().start()));
        }
    }

    @Test
    void aPage_looksNoFartherThanItShows() {
        List<Interval> looked = new ArrayList<>();
        List<Occurrence> daily = new ArrayList<>();
        for (int day = 0; day < 1000; day++) {
            daily.add(Some.occurrence("a", "e" + day, 24 * day + 9, 24 * day + 10));
        }
        Timeline timeline = new Timeline(stretch -> {
            looked.add(stretch);
            return reading(touching(daily, stretch));
        });

        timeline.page(Some.hours(0, 24 * 1000), Optional.empty(), 5);

        assertThat(looked).hasSize(1);
        assertThat(looked.get(0).length()).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "bm90IG9uZQ", "MTIzNDU2Nzg5MDEyMzQuMCBh"})
    void whatIsNoCursor_isRefused(String cursor) {
        assertThatThrownBy(() -> Place.read(cursor))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("no cursor");
    }

    private static List<Occurrence> pages(List<Occurrence> all, Interval within, int limit) {
        Timeline timeline = new Timeline(stretch -> reading(touching(all, stretch)));
        List<Occurrence> paged = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            OccurrencePage page = timeline.page(within, after.map(Place::read), limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            paged.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return paged;
    }

    private static Reading reading(List<Occurrence> occurrences) {
        return new Reading(occurrences, Map.of(), List.of());
    }

    private static List<Occurrence> touching(List<Occurrence> all, Interval within) {
        return all.stream().filter(one -> one.span().overlaps(within)).toList();
    }
}
