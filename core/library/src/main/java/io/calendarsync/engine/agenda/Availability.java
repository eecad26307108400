package io.calendarsync.engine.agenda;

import io.calendarsync.Answer;
import io.calendarsync.BusyPolicy;
import io.calendarsync.Clash;
import io.calendarsync.Gap;
import io.calendarsync.OccurrencePage;
import io.calendarsync.Slot;
import io.calendarsync.SlotQuery;
import io.calendarsync.Use;
import io.calendarsync.WorkingHours;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.HoursRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers when owners are busy, what clashes and when they are free. Thread-safe. */
public final class Availability {

    private final AgendaReader reader;
    private final HoursRecords hours;
    private final BusyPolicy policy;

    /** Creates it. */
    public Availability(
            ConnectionRecords connections,
            CalendarRecords calendars,
            EventRecords events,
            HoursRecords hours,
            BusyPolicy policy,
            InstantSource clock) {
        this.reader = new AgendaReader(connections, calendars, events, policy.staleAfter(), clock);
        this.hours = hours;
        this.policy = policy;
    }

    /** Returns a page of what takes place in all calendars of an owner. */
    public OccurrencePage events(OwnerId owner, Interval within, ZoneId viewer, Optional<String> after, int limit) {
        Timeline timeline = new Timeline(stretch -> reader.read(owner, calendar -> true, stretch, calendar -> viewer));
        return timeline.page(Micros.bounded(within), after.map(Place::read), limit);
    }

    /** Returns when an owner is busy. */
    public Answer<Interval> busy(OwnerId owner, Interval within) {
        Interval asked = Micros.bounded(within);
        Reading reading = blocking(owner, asked);
        Spans merged = Conflicts.spans(reading.occurrences()).merged();
        List<Interval> busy = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            Instant from = latest(Micros.instant(merged.start(i)), asked.start());
            Instant to = earliest(Micros.instant(merged.end(i)), asked.end());
            if (from.isBefore(to)) {
                busy.add(new Interval(from, to));
            }
        }
        return new Answer<>(busy, reading.asOf(), reading.unknown());
    }

    /** Returns which of an owner's occurrences block the same time. */
    public Answer<Clash> conflicts(OwnerId owner, Interval within) {
        Reading reading = blocking(owner, Micros.bounded(within));
        List<Clash> clashes = Conflicts.among(Meetings.once(reading.occurrences()));
        return new Answer<>(clashes, reading.asOf(), reading.unknown());
    }

    /** Returns when an owner is free. What is not known is not free. */
    public Answer<Slot> slots(SlotQuery query) {
        Interval asked = Micros.bounded(query.within());
        Interval around =
                new Interval(asked.start().minus(query.before()), asked.end().plus(query.after()));
        Reading reading = blocking(query.owner(), around);
        Optional<WorkingHours> open = query.hours().or(() -> hours.find(Keyspace.ownerKey(query.owner())));
        Openings openings = open.map(some -> Openings.of(some, asked)).orElseGet(() -> Openings.allOf(asked));
        List<Slot> slots = new SlotFinder(query, blocked(reading))
                .in(openings).stream()
                        .map(time -> new Slot(query.owner(), time))
                        .toList();
        return new Answer<>(slots, reading.asOf(), reading.unknown());
    }

    private static Spans blocked(Reading reading) {
        List<Interval> blocked = Stream.concat(
                        reading.occurrences().stream().map(Occurrence::span),
                        reading.unknown().stream().map(Gap::interval))
                .toList();
        return Spans.of(
                        blocked.stream()
                                .mapToLong(span -> Micros.of(span.start()))
                                .toArray(),
                        blocked.stream()
                                .mapToLong(span -> Micros.of(span.end()))
                                .toArray())
                .merged();
    }

    /** Dates and floating times block the time they are in the zone of their calendar. */
    private Reading blocking(OwnerId owner, Interval within) {
        Reading all = reader.read(owner, calendar -> calendar.uses().contains(Use.BUSY), within, Availability::zone);
        List<Occurrence> blocking = all.occurrences().stream()
                .filter(one -> !one.span().isEmpty() && policy.blocks(one.event()))
                .toList();
        return new Reading(blocking, all.asOf(), all.unknown());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static ZoneId zone(CalendarRecord calendar) {
        return calendar.zone().orElse(ZoneOffset.UTC);
    }
}
