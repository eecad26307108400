package io.calendarsync.benchmarks.agenda;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Recurrence;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * When events take place: two years of them on a grid of a quarter of an hour, one to seven quarters long. One event in
 * fifty is a series, expanded by the engine, of ten instances; together they are of the size that was asked for. In
 * seconds, in no order.
 *
 * @param starts where each begins
 * @param ends where each ends
 */
record Stretches(long[] starts, long[] ends) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Interval ALL =
            new Interval(Instant.parse("2025-12-31T00:00:00Z"), Instant.parse("2029-01-01T00:00:00Z"));
    private static final int QUARTERS = 730 * 96;
    private static final int INSTANCES = 10;
    private static final int ONE_SERIES_IN = 50;

    static Stretches generate(int size) {
        SplittableRandom random = new SplittableRandom(730);
        LongStream.Builder starts = LongStream.builder();
        LongStream.Builder ends = LongStream.builder();
        int singles = size - size / ONE_SERIES_IN * INSTANCES;
        for (int i = 0; i < singles + size / ONE_SERIES_IN; i++) {
            String rule = i < singles ? "" : "FREQ=WEEKLY;COUNT=" + INSTANCES;
            LocalDateTime start = FIRST.plusMinutes(15L * random.nextInt(QUARTERS));
            Duration length = Duration.ofMinutes(15L * (1 + random.nextInt(7)));
            series(EventTime.Timed.of(start, ZONE, length), rule)
                    .between(ALL, ZONE)
                    .items()
                    .forEach(found -> {
                        starts.add(found.span().start().getEpochSecond());
                        ends.add(found.span().end().getEpochSecond());
                    });
        }
        return new Stretches(starts.build().toArray(), ends.build().toArray());
    }

    private static Series series(EventTime time, String rule) {
        var event = Event.builder(new EventRef(new CalendarId("calendar"), "event"), time);
        return Series.of(
                rule.isEmpty()
                        ? event.build()
                        : event.recurrence(new Recurrence(List.of(), List.of(rule), List.of(), List.of(), List.of()))
                                .build());
    }

    int size() {
        return starts.length;
    }
}
