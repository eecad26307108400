package io.calendarsync.testkit.engine;

import io.calendarsync.EventChange;
import io.calendarsync.Page;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.testkit.SyncLab;
import io.calendarsync.testkit.provider.Behaviour;
import io.calendarsync.testkit.provider.FakeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the engine's tests begin with: a lab, a subscriber called {@code host}, calendars of an owner called anna. */
final class Fixture {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Fixture() {}

    static SyncLab lab() {
        return new SyncLab().subscribe("host", Subscriber.Beginning.FROM_NOW);
    }

    static FakeCalendar calendar(SyncLab lab, Behaviour behaviour) {
        return lab.server().account("anna").calendar("work").behave(behaviour);
    }

    /** Fills a calendar with hour-long events on successive days from 1 February 2026 on. */
    static List<Event> fill(FakeCalendar remote, int events) {
        List<Event> created = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            created.add(remote.create("Event " + i, onDay(i)));
        }
        return created;
    }

    static Interval february() {
        return new Interval(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
    }

    static EventTime.Timed onDay(int day) {
        return EventTime.Timed.of(LocalDateTime.of(2026, 2, 1, 9, 0).plusDays(day), BERLIN, Duration.ofHours(1));
    }

    static EventTime.Timed at(int hour) {
        return EventTime.Timed.of(LocalDateTime.of(2026, 3, 2, hour, 0), BERLIN, Duration.ofHours(1));
    }

    static CalendarId connect(SyncLab lab, FakeCalendar remote) {
        CalendarId id = lab.connect("anna", remote).calendar().id();
        lab.advance(Duration.ofHours(1));
        return id;
    }

    static List<EventChange> changes(List<SyncEvent> events) {
        return events.stream()
                .filter(EventChange.class::isInstance)
                .map(EventChange.class::cast)
                .toList();
    }

    static List<String> titles(SyncLab lab, CalendarId id) {
        List<String> titles = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Event> page = lab.sync().agenda().events(id, after, 7);
            page.items().forEach(event -> titles.add(event.title()));
            after = page.next();
        } while (after.isPresent());
        return titles;
    }
}
