package io.calendarsync.engine.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpandedTest {

    private static final Interval WEEK = Some.hours(0, 24 * 7);

    @Test
    void singleEvents_takePlaceAsSeriesOfOneDo() {
        for (EventStatus status : EventStatus.values()) {
            for (int from = -30; from < 24 * 8; from += 7) {
                for (int hours : List.of(0, 1, 30, 400)) {
                    Event event = builder("single", from, hours).status(status).build();

                    assertThat(Expanded.of(List.of(event), WEEK, ZoneOffset.UTC).items())
                            .isEqualTo(Series.of(event)
                                    .between(WEEK, ZoneOffset.UTC)
                                    .items());
                }
            }
        }
    }

    @Test
    void anOverride_takesThePlaceOfItsInstance_inWhateverOrderTheyCome() {
        Event series = builder("daily", 9, 1)
                .recurrence(Recurrence.of("FREQ=DAILY;COUNT=3"))
                .build();
        Event moved = builder("moved", 24 + 15, 1)
                .shape(new EventShape.Override(
                        series.ref().eventId(),
                        new RecurrenceId.Zoned(Some.DAY.plusDays(1).plusHours(9), ZoneOffset.UTC),
                        false))
                .build();

        for (List<Event> order : List.of(List.of(series, moved), List.of(moved, series))) {
            assertThat(Expanded.of(order, WEEK, ZoneOffset.UTC).items())
                    .extracting(Occurrence::span)
                    .containsExactlyInAnyOrder(Some.hours(9, 10), Some.hours(39, 40), Some.hours(57, 58));
        }
    }

    @Test
    void anOverrideWithoutItsSeries_standsAlone() {
        Event orphan = builder("orphan", 9, 1)
                .shape(new EventShape.Override(
                        "nobody", new RecurrenceId.Zoned(Some.DAY.plusHours(8), ZoneOffset.UTC), false))
                .build();

        assertThat(Expanded.of(List.of(orphan), WEEK, ZoneOffset.UTC).items())
                .extracting(Occurrence::span)
                .containsExactly(Some.hours(9, 10));
    }

    @Test
    void aSeriesThatTakesTooManySteps_leavesAllOfTheQuestionUnknown() {
        Event bomb =
                builder("bomb", 0, 0).recurrence(Recurrence.of("FREQ=SECONDLY")).build();

        Expanded expanded = Expanded.of(List.of(bomb), WEEK, ZoneOffset.UTC);

        assertThat(expanded.items()).isNotEmpty();
        assertThat(expanded.cut()).containsExactly(WEEK);
    }

    private static EventBuilder builder(String uid, int hour, int hours) {
        Event event = Some.event("a", uid, Some.DAY.plusHours(hour), Duration.ofHours(hours));
        return Event.builder(event.ref(), event.time()).uid(uid);
    }
}
