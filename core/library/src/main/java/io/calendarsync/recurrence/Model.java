package io.calendarsync.recurrence;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Timed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the instances of a series look like from some instance on: like the master, or like an override that stands for
 * all later ones too.
 *
 * @param event the master or the override
 * @param original the wall clock of the instance it describes itself
 * @param at the instant of that instance
 */
record Model(Event event, LocalDateTime original, Instant at) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Returns when an instance takes place: as far from where it was put as the model is from where it was put. */
    EventTime time(Original instance) {
        EventTime own = event.time();
        LocalDateTime start = own.localStart().equals(original)
                ? instance.local()
                : own.localStart().plus(Duration.between(original, instance.local()));
        EventTime time = InstanceTimes.moved(own, start);
        if (own instanceof Timed timed && start.equals(instance.local()) && isSecondOfTwo(instance, timed.zone())) {
            time = InstanceTimes.moved(timed, start, instance.zone());
        }
        Duration length = instance.length();
        return length == null ? time : InstanceTimes.resized(time, length);
    }

    /** Only an RDATE in UTC can mean the second of two equal wall clocks; only an offset can say so. */
    private static boolean isSecondOfTwo(Original instance, ZoneId zone) {
        if (!(instance.zone() instanceof ZoneOffset offset) || zone instanceof ZoneOffset) {
            return false;
        }
        var offsets = zone.getRules().getValidOffsets(instance.local());
        return offsets.size() == 2 && offsets.get(1).equals(offset);
    }

    /** Returns the most elapsed time an instance may take, whatever the clock does meanwhile. */
    Duration longest() {
        Duration length = event.time().span(ZoneOffset.UTC).length();
        boolean exact = event.time() instanceof EventTime.Floating
                || (event.time() instanceof Timed timed && timed.end() instanceof End.Exact);
        return exact || length.isZero() ? length : length.plus(A_DAY);
    }

    /** Returns how much later than where they were put instances take place; negative if earlier. */
    Duration shift() {
        return Duration.between(at, event.time().span(ZoneOffset.UTC).start());
    }
}
