package io.calendarsync.benchmarks.expand;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;

/** ical4j's event with a rule: what an application that holds events would ask. */
final class Ical4jEvent {

    private final VEvent event = new VEvent(Window.SERIES_START, Duration.ofHours(1), "series");
    private final Period<ZonedDateTime> year = new Period<>(Window.FROM, Window.TO);

    Ical4jEvent(String rule) {
        event.add(new RRule<>(Ical4jRecur.withWeekStart(rule)));
    }

    Set<Period<ZonedDateTime>> expand() {
        return event.calculateRecurrenceSet(year);
    }

    List<Long> seconds() {
        return expand().stream()
                .map(period -> period.getStart().toEpochSecond())
                .sorted()
                .toList();
    }
}
