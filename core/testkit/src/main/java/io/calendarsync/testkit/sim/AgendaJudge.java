package io.calendarsync.testkit.sim;

import static io.calendarsync.testkit.sim.CalendarJudge.require;

import io.calendarsync.CalendarSync;
import io.calendarsync.OccurrencePage;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds what the agenda says takes place against all that is stored, whatever way the listings behind it were kept. */
final class AgendaJudge {

    private static final Duration AROUND = Duration.ofDays(60);
    private static final Duration STRETCH = Duration.ofDays(29);
    private static final ZoneId VIEWER = ZoneOffset.ofHours(13);
    private static final int A_PAGE = 9;

    private final CalendarSync sync;

    AgendaJudge(CalendarSync sync) {
        this.sync = sync;
    }

    /** Looks at stretches of time around a moment. */
    void judge(String owner, CalendarId calendar, Collection<Event> stored, Instant moment) {
        Instant end = moment.plus(AROUND);
        for (Instant from = moment.minus(AROUND); from.isBefore(end); from = from.plus(STRETCH)) {
            Interval within = new Interval(from, from.plus(STRETCH));
            Set<String> shown = shown(owner, calendar, within);
            Set<String> expected = expected(stored, within);
            require(
                    shown.equals(expected),
                    "the agenda of " + calendar + " shows " + shown + " in " + within + " instead of " + expected);
        }
    }

    private Set<String> shown(String owner, CalendarId calendar, Interval within) {
        Set<String> shown = new TreeSet<>();
        Optional<String> after = Optional.empty();
        do {
            OccurrencePage page = sync.agenda().events(new OwnerId(owner), within, VIEWER, after, A_PAGE);
            page.items().stream()
                    .filter(one -> one.event().ref().calendarId().equals(calendar))
                    .forEach(
                            one -> require(shown.add(name(one)), "the agenda shows an occurrence twice: " + name(one)));
            after = page.next();
        } while (after.isPresent());
        return shown;
    }

    private static Set<String> expected(Collection<Event> stored, Interval within) {
        Set<String> expected = new TreeSet<>();
        Set<String> overridden = new TreeSet<>();
        for (Event event : stored) {
            if (event.shape() instanceof EventShape.Override) {
                continue;
            }
            List<Event> overrides = new ArrayList<>();
            for (Event other : stored) {
                if (other.shape() instanceof EventShape.Override override
                        && override.seriesId().equals(event.ref().eventId())) {
                    overrides.add(other);
                    overridden.add(other.ref().eventId());
                }
            }
            add(expected, Series.of(event, overrides), within);
        }
        stored.stream()
                .filter(event -> event.shape() instanceof EventShape.Override)
                .filter(event -> !overridden.contains(event.ref().eventId()))
                .forEach(orphan -> add(expected, Series.of(orphan), within));
        return expected;
    }

    private static void add(Set<String> names, Series series, Interval within) {
        series.between(within, VIEWER).items().forEach(one -> names.add(name(one)));
    }

    private static String name(Occurrence one) {
        return one.event().ref().eventId() + " " + one.recurrenceId() + " " + one.span();
    }
}
