package io.calendarsync;

import io.calendarsync.engine.publish.Lane;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.work.Worker;
import io.calendarsync.model.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Sees to it that reading a calendar and writing to it share one claim. Thread-safe. */
final class Publishing {

    private static final Duration LANE_TAKEN = Duration.ofSeconds(20);

    private final Lane lane;
    private final DueRecords due;
    private final InstantSource clock;

    Publishing(Lane lane, DueRecords due, InstantSource clock) {
        this.lane = lane;
        this.due = due;
        this.clock = clock;
    }

    /** Writes to a calendar as soon as nobody reads it; leaves it due to be read as it was. */
    Optional<Instant> turn(Worker worker, CalendarId id) {
        List<Optional<Instant>> left = new ArrayList<>(1);
        worker.runUnder(Job.pull(id.value()), ours -> left.add(lane.turn(id, ours)));
        return left.isEmpty() ? Optional.of(clock.instant().plus(LANE_TAKEN)) : left.get(0);
    }

    /** Writes before a calendar is read, so that a long reading keeps nobody waiting. */
    void before(CalendarId id, BooleanSupplier ours) {
        lane.turn(id, ours).ifPresent(next -> due.ring(Job.publish(id.value()), next));
    }
}
