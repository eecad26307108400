package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.RecurrenceId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Finds the zones that the times of an event name, each with the first year it is needed in. UTC needs no definition. */
final class EventZones {

    private final Map<ZoneId, Integer> years = new HashMap<>();

    private EventZones() {}

    static Map<ZoneId, Integer> of(Event event) {
        EventZones zones = new EventZones();
        zones.note(TimeLines.start(event.time()));
        if (event.time() instanceof EventTime.Timed timed && timed.end() instanceof EventTime.End.Own own) {
            zones.note(new RecurrenceId.Zoned(own.local(), own.zone()));
        }
        if (event.shape() instanceof EventShape.Override override) {
            zones.note(override.recurrenceId());
        }
        if (event.shape() instanceof EventShape.Series series) {
            series.recurrence().dates().forEach(date -> zones.note(date.start()));
            series.recurrence().exceptionDates().forEach(zones::note);
        }
        return zones.years;
    }

    private void note(RecurrenceId at) {
        if (at instanceof RecurrenceId.Zoned zoned && TimeValue.isWritable(at) && !TimeValue.isUtc(zoned.zone())) {
            // An offset goes by the name of the zone that has it.
            years.merge(ZoneId.of(TimeZoneId.of(zoned.zone())), at.local().getYear(), Math::min);
        }
    }
}
