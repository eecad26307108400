package io.calendarsync.engine.agenda;

import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionState;
import io.calendarsync.Gap;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads what takes place in the calendars of an owner, each as it was at one moment. Thread-safe. */
final class AgendaReader {

    /** How often a calendar that is being written to is read before it is given up. */
    private static final int TRIES = 4;

    private final ConnectionRecords connections;
    private final CalendarRecords calendars;
    private final EventRecords events;
    private final Duration staleAfter;
    private final InstantSource clock;

    AgendaReader(
            ConnectionRecords connections,
            CalendarRecords calendars,
            EventRecords events,
            Duration staleAfter,
            InstantSource clock) {
        this.connections = connections;
        this.calendars = calendars;
        this.events = events;
        this.staleAfter = staleAfter;
        this.clock = clock;
    }

    /**
     * Reads what the calendars of an owner hold.
     *
     * @param which the calendars that matter
     * @param zone where dates and floating times of a calendar are read
     */
    Reading read(
            OwnerId owner, Predicate<CalendarRecord> which, Interval within, Function<CalendarRecord, ZoneId> zone) {
        Reading all = new Reading(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (Stored<CalendarRecord> calendar : of(owner)) {
            if (which.test(calendar.value())) {
                read(calendar, within, zone, all);
            }
        }
        return new Reading(all.occurrences(), all.asOf(), Gaps.joined(all.unknown()));
    }

    private List<Stored<CalendarRecord>> of(OwnerId owner) {
        List<Stored<CalendarRecord>> found = new ArrayList<>();
        for (Stored<ConnectionRecord> connection : connections.of(Keyspace.ownerKey(owner))) {
            if (connection.value().state() != ConnectionState.DISCONNECTED) {
                calendars.of(connection.value().id()).stream()
                        .filter(calendar -> !calendar.value().isErased())
                        .filter(calendar -> calendar.value().state() != CalendarState.GONE)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private void read(
            Stored<CalendarRecord> calendar, Interval within, Function<CalendarRecord, ZoneId> zone, Reading all) {
        CalendarId id = calendar.value().info().id();
        Stored<CalendarRecord> before = calendar;
        for (int attempt = 1; true; attempt++) {
            List<Event> touching =
                    events.touching(id, within).stream().map(KnownEvent::event).toList();
            Optional<Stored<CalendarRecord>> now = calendars.find(id);
            if (now.isEmpty() || now.get().value().isErased()) {
                return;
            }
            // Of a calendar whose first reading goes on it is said anyway that it is not known.
            boolean changed =
                    now.get().version() != before.version() && now.get().value().isListed();
            if (!changed || attempt == TRIES) {
                add(before.value(), touching, within, zone, all);
                if (changed) {
                    all.unknown().add(new Gap(id, within, Gap.Why.CHANGING));
                }
                return;
            }
            before = now.get();
        }
    }

    private void add(
            CalendarRecord calendar,
            List<Event> touching,
            Interval within,
            Function<CalendarRecord, ZoneId> zone,
            Reading all) {
        CalendarId id = calendar.info().id();
        Instant now = clock.instant();
        Expanded expanded = Expanded.of(touching, within, zone.apply(calendar));
        all.occurrences().addAll(expanded.items());
        all.unknown().addAll(Unknowns.of(calendar, within, now, staleAfter));
        expanded.cut().forEach(cut -> all.unknown().add(new Gap(id, cut, Gap.Why.COSTLY_SERIES)));
        if (calendar.isListed()) {
            all.asOf().put(id, calendar.pulse().read());
        }
    }
}
