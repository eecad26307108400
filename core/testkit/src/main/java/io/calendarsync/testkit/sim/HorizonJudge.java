package io.calendarsync.testkit.sim;

import io.calendarsync.EventChange;
import io.calendarsync.engine.record.Extents;
import io.calendarsync.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Judges what is forgotten because it is long over, and what left a window. */
final class HorizonJudge {

    private static final Duration WINDOW = Duration.ofDays(390);

    private final Supplier<Instant> now;
    private final Duration keep;

    HorizonJudge(Supplier<Instant> now, Duration keep) {
        this.now = now;
        this.keep = keep;
    }

    /** Returns whether an event may go without anybody being told: it ended longer ago than anything is kept. */
    boolean mayForget(Event event, CalendarView calendar) {
        Instant until = until(event);
        return until.isBefore(calendar.horizon()) && until.isBefore(now.get().minus(keep));
    }

    void told(EventChange change, CalendarView calendar) {
        if (change.kind() == EventChange.Kind.CREATED) {
            CalendarJudge.require(
                    !until(change.event()).plus(Duration.ofHours(26)).isBefore(calendar.horizon()),
                    "an event came back that ended before anything is kept: " + CalendarJudge.name(change.event()));
        } else if (change.kind() == EventChange.Kind.LEFT_WINDOW) {
            CalendarJudge.require(
                    until(change.event()).isBefore(now.get()),
                    "an event is said to have left the window that has not ended: "
                            + CalendarJudge.name(change.event()));
        }
    }

    /** Returns whether a listing of any reach would have the event. */
    boolean isInside(Event event, CalendarView calendar) {
        Instant until = until(event);
        return !until.minus(Duration.ofHours(52)).isBefore(calendar.horizon())
                && until.isAfter(now.get().minus(WINDOW))
                && Extents.of(event).from().isBefore(now.get().plus(Duration.ofDays(700)));
    }

    private static Instant until(Event event) {
        return Extents.of(event).until();
    }
}
