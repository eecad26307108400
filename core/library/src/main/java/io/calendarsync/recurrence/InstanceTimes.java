package io.calendarsync.recurrence;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Gives an instance the time of its model, moved on the wall clock. */
final class InstanceTimes {

    private InstanceTimes() {}

    /** Returns the model as it would be with this start; an end with a wall clock of its own moves as far. */
    static EventTime moved(EventTime model, LocalDateTime start) {
        if (model instanceof Timed timed) {
            return moved(timed, start, timed.zone());
        }
        if (model instanceof AllDay days) {
            LocalDate first = start.toLocalDate();
            return new AllDay(first, first.plusDays(ChronoUnit.DAYS.between(days.start(), days.endExclusive())));
        }
        return new Floating(start, ((Floating) model).length());
    }

    /** Returns the model with this start in this zone. */
    static Timed moved(Timed model, LocalDateTime start, ZoneId zone) {
        End end = model.end();
        if (end instanceof End.Own own) {
            end = new End.Own(own.local().plus(Duration.between(model.start(), start)), own.zone());
        }
        return new Timed(start, zone, end);
    }

    /** Returns the time with another length, as an RDATE period gives it; whole days for dates. */
    static EventTime resized(EventTime time, Duration length) {
        Duration positive = length.isNegative() ? Duration.ZERO : length;
        if (time instanceof Timed timed) {
            return Timed.of(timed.start(), timed.zone(), positive);
        }
        if (time instanceof AllDay days) {
            return new AllDay(days.start(), days.start().plusDays(Math.max(1, positive.toDays())));
        }
        return new Floating(((Floating) time).start(), positive);
    }
}
