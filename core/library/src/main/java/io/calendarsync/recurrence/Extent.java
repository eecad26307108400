package io.calendarsync.recurrence;

import io.calendarsync.model.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds how far a series reaches; for dates and floating times, for the viewer who sees them last. */
final class Extent {

    private static final ZoneId LAST_VIEWER = ZoneOffset.MIN;
    private static final Duration LARGEST_MOVE = Duration.ofSeconds(WallClocks.LARGEST_MOVE);

    private final Series series;
    private Instant end;

    private Extent(Series series) {
        this.series = series;
        this.end = series.master().time().span(LAST_VIEWER).end();
    }

    /** Returns an instant at which all has ended; empty if there is none, or none that could be found in the steps. */
    static Optional<Instant> of(Series series) {
        Extent extent = new Extent(series);
        for (Repetition rule : series.originals().rules()) {
            if (rule.isEndless()) {
                return Optional.empty();
            }
            Original last = extent.last(rule);
            if (last == null) {
                return Optional.empty();
            }
            extent.reach(last);
        }
        series.originals().fixed().forEach(extent::reach);
        series.overrides()
                .present()
                .forEach(override ->
                        extent.include(override.event().time().span(LAST_VIEWER).end()));
        return Optional.of(extent.end);
    }

    /** Returns an instance at which the rule has ended at the latest; null if that takes too many steps to say. */
    private @Nullable Original last(Repetition rule) {
        if (rule.count() == 0) {
            return series.clock().original(rule.lastClock(), series.clock().reader());
        }
        Steps steps = new Steps(Steps.DEFAULT);
        WallClockRule.Walk walk = rule.walk(rule.start(), WallClocks.LAST, steps, true);
        long last = rule.start();
        for (long next = walk.next(); next != WallClocks.NONE; next = walk.next()) {
            last = next;
        }
        return steps.exhausted()
                ? null
                : series.clock().original(last, series.clock().reader());
    }

    private void reach(Original original) {
        for (Model model : series.overrides().models().values()) {
            EventTime time = model.time(original);
            Instant ends = time.span(LAST_VIEWER).end();
            boolean exact = !(time instanceof EventTime.Timed timed) || timed.end() instanceof EventTime.End.Exact;
            // An earlier instance may end later, if its end is moved out of a gap.
            include(exact ? ends : ends.plus(LARGEST_MOVE));
        }
    }

    private void include(Instant instant) {
        end = instant.isAfter(end) ? instant : end;
    }
}
