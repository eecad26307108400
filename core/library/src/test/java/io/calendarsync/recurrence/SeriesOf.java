package io.calendarsync.recurrence;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds series for tests the way a calendar file says them. */
final class SeriesOf {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Interval EVER =
            new Interval(Instant.parse("0001-01-02T00:00:00Z"), Instant.parse("9999-12-30T00:00:00Z"));

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final EventTime time;
    private final List<String> rules = new ArrayList<>();
    private final List<String> exceptionRules = new ArrayList<>();
    private final List<RecurrenceDate> dates = new ArrayList<>();
    private final List<RecurrenceId> exceptionDates = new ArrayList<>();
    private final List<Event> overrides = new ArrayList<>();

    private SeriesOf(EventTime time) {
        this.time = time;
    }

    /** A series of an hour each. */
    static SeriesOf hours(String start, ZoneId zone) {
        return new SeriesOf(EventTime.Timed.of(local(start), zone, Duration.ofHours(1)));
    }

    static SeriesOf starting(EventTime time) {
        return new SeriesOf(time);
    }

    static SeriesOf days(String date) {
        LocalDate day = LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
        return new SeriesOf(new EventTime.AllDay(day, day.plusDays(1)));
    }

    static LocalDateTime local(String text) {
        return LocalDateTime.parse(text, BASIC);
    }

    static RecurrenceId id(String text) {
        if (!text.contains("T")) {
            return new RecurrenceId.OnDate(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        }
        return text.endsWith("Z")
                ? new RecurrenceId.Zoned(local(text.substring(0, 15)), ZoneOffset.UTC)
                : new RecurrenceId.Floating(local(text));
    }

    SeriesOf rule(String rule) {
        rules.add(rule);
        return this;
    }

    SeriesOf exceptionRule(String rule) {
        exceptionRules.add(rule);
        return this;
    }

    SeriesOf date(String date) {
        dates.add(new RecurrenceDate(id(date), Optional.empty()));
        return this;
    }

    SeriesOf period(String date, Duration length) {
        dates.add(new RecurrenceDate(id(date), Optional.of(length)));
        return this;
    }

    SeriesOf except(String date) {
        exceptionDates.add(id(date));
        return this;
    }

    SeriesOf override(EventBuilder override) {
        overrides.add(override.build());
        return this;
    }

    /** An override, titled by its original start. */
    static EventBuilder override(RecurrenceId id, EventTime time) {
        return Event.builder(new EventRef(new CalendarId("calendar"), "override " + id.local()), time)
                .overrides("master", id)
                .title("override of " + id.local());
    }

    Event master() {
        Recurrence recurrence = new Recurrence(List.of(), rules, exceptionRules, dates, exceptionDates);
        return Event.builder(new EventRef(new CalendarId("calendar"), "master"), time)
                .recurrence(recurrence)
                .title("master")
                .build();
    }

    Series build() {
        return Series.of(master(), overrides);
    }

    /** The starts on the wall clock of all instances, for a viewer in New York. */
    List<String> starts() {
        return starts(EVER);
    }

    List<String> starts(Interval within) {
        return build().between(within, NEW_YORK).items().stream()
                .map(SeriesOf::start)
                .toList();
    }

    static String start(Occurrence occurrence) {
        return occurrence.time().localStart().format(BASIC);
    }
}
