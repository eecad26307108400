package io.calendarsync.model;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.EventTime.End;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** At least one mutation for every component of every part of an event. */
public final class Mutations {

    private static final LocalDateTime AT = LocalDateTime.of(2030, 6, 1, 10, 0);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final EventTime TIMED = EventTime.Timed.of(AT, ROME, Duration.ofHours(24));
    private static final Attendee ANNA =
            new Attendee(new Person("anna@x", "Anna"), AttendeeRole.OPTIONAL, ParticipationStatus.ACCEPTED, false);
    private static final RecurrenceId ZONED = new RecurrenceId.Zoned(LocalDateTime.of(2030, 6, 1, 0, 0), ROME);
    private static final RecurrenceId FLOATING = new RecurrenceId.Floating(LocalDateTime.of(2030, 6, 1, 0, 0));
    private static final RecurrenceId DATE = new RecurrenceId.OnDate(LocalDate.of(2030, 6, 1));

    private final List<Mutation> all = new ArrayList<>();

    private Mutations() {
        identity();
        time();
        shape();
        standing();
        details();
        people();
        extensions();
    }

    public static List<Mutation> all() {
        return new Mutations().all;
    }

    private void identity() {
        noContent(
                "calendar",
                e -> e.toBuilder()
                        .ref(new EventRef(new CalendarId("other"), e.ref().eventId()))
                        .build());
        noContent(
                "event id",
                e -> e.toBuilder()
                        .ref(new EventRef(e.ref().calendarId(), "other"))
                        .build());
        noContent("etag", e -> e.toBuilder().etag("other").build());
        noContent("sequence", e -> e.toBuilder().sequence(99).build());
        noContent("updated", e -> e.toBuilder().updated(Instant.EPOCH).build());
        noContent("extras", e -> extensions(e, e.extensions().properties(), "{\"x\":1}", e.degradations()));
        pair("uid", Field.UID, (e, v) -> e.toBuilder().uid(v).build(), "a", "b");
    }

    private void time() {
        time("start", TIMED, EventTime.Timed.of(AT.plusSeconds(1), ROME, Duration.ofHours(24)), Field.START);
        time("zone", TIMED, EventTime.Timed.of(AT, ZoneId.of("Europe/Paris"), Duration.ofHours(24)), Field.START);
        time("length", TIMED, EventTime.Timed.of(AT, ROME, Duration.ofHours(25)), Field.END);
        time(
                "nanosecond",
                TIMED,
                EventTime.Timed.of(AT, ROME, Duration.ofHours(24).plusNanos(1)),
                Field.END);
        time("form of the end", TIMED, nominal(1, Duration.ZERO), Field.END);
        time("days", nominal(1, Duration.ZERO), nominal(2, Duration.ZERO), Field.END);
        time("time after the days", nominal(1, Duration.ZERO), nominal(1, Duration.ofSeconds(1)), Field.END);
        time("end", own(1, ZoneOffset.UTC), own(2, ZoneOffset.UTC), Field.END);
        time("zone of the end", own(1, ZoneOffset.UTC), own(1, ZoneId.of("UTC")), Field.END);
        time("floating", TIMED, new EventTime.Floating(AT, Duration.ofHours(24)), Field.START, Field.END);
        time(
                "floating length",
                new EventTime.Floating(AT, Duration.ofHours(24)),
                new EventTime.Floating(AT, Duration.ofHours(23)),
                Field.END);
        time("all-day", TIMED, days(1, 2), Field.START, Field.END);
        time("last day", days(1, 2), days(1, 3), Field.END);
        time("first day", days(1, 3), days(2, 3), Field.START);
    }

    private void shape() {
        Recurrence daily = Recurrence.of("FREQ=DAILY");
        shape("series", new EventShape.Single(), series(daily), Field.RECURRENCE);
        shape("series without a rule", new EventShape.Single(), series(dates()), Field.RECURRENCE);
        shape("lines", series(daily), series(Recurrence.of("FREQ=DAILY;COUNT=2")), Field.RECURRENCE);
        shape(
                "rules",
                series(rules(List.of("X"), List.of())),
                series(rules(List.of(), List.of("X"))),
                Field.RECURRENCE);
        shape("kind of a date", series(dates(ZONED)), series(dates(FLOATING)), Field.RECURRENCE);
        shape("excepted dates", series(except(DATE)), series(except(FLOATING)), Field.RECURRENCE);
        shape("date or excepted", series(except(DATE)), series(dates(DATE)), Field.RECURRENCE);
        shape("override", new EventShape.Single(), override("m", ZONED, false), Field.RECURRENCE_ID);
        shape("series id", override("m", ZONED, false), override("n", ZONED, false), Field.RECURRENCE_ID);
        shape("original start", override("m", FLOATING, false), override("m", DATE, false), Field.RECURRENCE_ID);
        shape("this and future", override("m", ZONED, false), override("m", ZONED, true), Field.RECURRENCE_ID);
        pair(
                "length of a date",
                Field.RECURRENCE,
                (e, length) -> e.toBuilder()
                        .recurrence(new Recurrence(
                                List.of(), List.of(), List.of(), List.of(new RecurrenceDate(ZONED, length)), List.of()))
                        .build(),
                Optional.<Duration>empty(),
                Optional.of(Duration.ZERO));
    }

    private void standing() {
        each(
                "status",
                Field.STATUS,
                (e, v) -> e.toBuilder()
                        .disposition(new Disposition(
                                v,
                                e.disposition().showAs(),
                                e.disposition().visibility(),
                                e.disposition().kind()))
                        .build(),
                EventStatus.values());
        each("show as", Field.SHOW_AS, (e, v) -> e.toBuilder().showAs(v).build(), ShowAs.values());
        each(
                "visibility",
                Field.VISIBILITY,
                (e, v) -> e.toBuilder()
                        .disposition(new Disposition(
                                e.disposition().status(),
                                e.disposition().showAs(),
                                v,
                                e.disposition().kind()))
                        .build(),
                Visibility.values());
        each(
                "kind",
                Field.KIND,
                (e, v) -> e.toBuilder()
                        .disposition(new Disposition(
                                e.disposition().status(),
                                e.disposition().showAs(),
                                e.disposition().visibility(),
                                v))
                        .build(),
                EventKind.values());
    }

    private void details() {
        pair("title", Field.TITLE, (e, v) -> e.toBuilder().title(v).build(), "a", "a\u0000");
        pair("text", Field.DESCRIPTION, Mutations::describe, Text.plain("\ud83d"), Text.plain("\ud83e"));
        pair("format", Field.DESCRIPTION, Mutations::describe, Text.plain("a"), Text.html("a"));
        each(
                "locations",
                Field.LOCATIONS,
                (e, v) -> new Parts(e).with(v).event(),
                List.<Location>of(),
                List.of(Location.of("")),
                List.of(Location.of("a")),
                List.of(new Location("", "a", "")),
                List.of(new Location("", "", "a")),
                List.of(Location.of("a"), Location.of("b")),
                List.of(Location.of("b"), Location.of("a")));
        each(
                "conference",
                Field.CONFERENCE,
                (e, v) -> new Parts(e).joining(v).event(),
                Optional.<ConferenceLink>empty(),
                Optional.of(new ConferenceLink("", "")),
                Optional.of(new ConferenceLink("a", "")),
                Optional.of(new ConferenceLink("", "a")));
        each(
                "reminders",
                Field.REMINDERS,
                (e, v) -> new Parts(e).reminding(v).event(),
                List.<Reminder>of(),
                List.of(new Reminder(Duration.ZERO, Reminder.Method.DISPLAY)),
                List.of(new Reminder(Duration.ZERO, Reminder.Method.EMAIL)),
                List.of(new Reminder(Duration.ofMinutes(-5), Reminder.Method.DISPLAY)));
        each(
                "categories",
                Field.CATEGORIES,
                (e, v) -> new Parts(e).in(v).event(),
                List.<String>of(),
                List.of(""),
                List.of("a"),
                List.of("a", "a"),
                List.of("a", "b"));
        each("color", Field.COLOR, (e, v) -> new Parts(e).colored(v).event(), "", "red");
        each(
                "attachments",
                Field.ATTACHMENTS,
                (e, v) -> new Parts(e).attaching(v).event(),
                List.<AttachmentLink>of(),
                List.of(new AttachmentLink("a", "", "")),
                List.of(new AttachmentLink("", "a", "")),
                List.of(new AttachmentLink("", "", "a")));
    }

    private void people() {
        each(
                "organizer",
                Field.ORGANIZER,
                (e, v) -> e.toBuilder()
                        .participants(new Participants(
                                v,
                                e.participants().attendees(),
                                e.participants().complete()))
                        .build(),
                Optional.<Organizer>empty(),
                Optional.of(new Organizer(new Person("", ""), false)),
                Optional.of(new Organizer(new Person("a", ""), false)),
                Optional.of(new Organizer(new Person("", "a"), false)),
                Optional.of(new Organizer(new Person("", ""), true)));
        each(
                "attendees",
                Field.ATTENDEES,
                (e, v) -> e.toBuilder()
                        .participants(new Participants(e.participants().organizer(), v, true))
                        .build(),
                List.<Attendee>of(),
                List.of(ANNA),
                List.of(ANNA, ANNA),
                List.of(new Attendee(new Person("ben@x", "Anna"), ANNA.role(), ANNA.status(), false)),
                List.of(new Attendee(new Person("anna@x", "A."), ANNA.role(), ANNA.status(), false)),
                List.of(new Attendee(ANNA.person(), AttendeeRole.CHAIR, ANNA.status(), false)),
                List.of(new Attendee(ANNA.person(), ANNA.role(), ParticipationStatus.DECLINED, false)),
                List.of(new Attendee(ANNA.person(), ANNA.role(), ANNA.status(), true)));
        each(
                "whole list of attendees",
                Field.ATTENDEES,
                (e, v) -> e.toBuilder()
                        .participants(new Participants(
                                e.participants().organizer(), e.participants().attendees(), v))
                        .build(),
                true,
                false);
    }

    private void extensions() {
        each(
                "properties",
                Field.PROPERTIES,
                (e, v) -> extensions(e, v, e.extensions().extras().json(), e.degradations()),
                Map.<String, String>of(),
                Map.of("a", ""),
                Map.of("", "a"),
                Map.of("a", "b", "c", "d"),
                Map.of("a", "d", "c", "b"));
        each(
                "degradations",
                Field.DEGRADATIONS,
                (e, v) -> extensions(
                        e, e.extensions().properties(), e.extensions().extras().json(), v),
                List.<Degradation>of(),
                List.of(new Degradation(Degradation.Reason.TOO_LARGE, "")),
                List.of(new Degradation(Degradation.Reason.TOO_LARGE, "a")),
                List.of(new Degradation(Degradation.Reason.UNMAPPABLE, "")));
    }

    private static Event describe(Event event, Text text) {
        return event.toBuilder().description(text).build();
    }

    private static Event extensions(
            Event event, Map<String, String> properties, String extras, List<Degradation> degradations) {
        return event.toBuilder()
                .extensions(new Extensions(properties, new ProviderExtras(extras), degradations))
                .build();
    }

    private static EventTime nominal(int days, Duration time) {
        return new EventTime.Timed(AT, ROME, new End.Nominal(days, time));
    }

    private static EventTime own(int hours, ZoneId zone) {
        return new EventTime.Timed(AT, ROME, new End.Own(AT.plusHours(hours), zone));
    }

    private static EventTime days(int from, int until) {
        return new EventTime.AllDay(LocalDate.of(2030, 6, from), LocalDate.of(2030, 6, until));
    }

    private static EventShape series(Recurrence recurrence) {
        return new EventShape.Series(recurrence);
    }

    private static Recurrence rules(List<String> rules, List<String> exceptionRules) {
        return new Recurrence(List.of(), rules, exceptionRules, List.of(), List.of());
    }

    private static Recurrence dates(RecurrenceId... dates) {
        List<RecurrenceDate> all = List.of(dates).stream()
                .map(date -> new RecurrenceDate(date, Optional.empty()))
                .toList();
        return new Recurrence(List.of(), List.of(), List.of(), all, List.of());
    }

    private static Recurrence except(RecurrenceId date) {
        return new Recurrence(List.of(), List.of(), List.of(), List.of(), List.of(date));
    }

    private static EventShape override(String series, RecurrenceId id, boolean future) {
        return new EventShape.Override(series, id, future);
    }

    private void time(String name, EventTime one, EventTime other, Field... fields) {
        add(name, Set.of(fields), (e, v) -> e.toBuilder().time(v).build(), one, other);
    }

    private void shape(String name, EventShape one, EventShape other, Field field) {
        add(name, Set.of(field), (e, v) -> e.toBuilder().shape(v).build(), one, other);
    }

    private void noContent(String name, UnaryOperator<Event> edit) {
        all.add(new Mutation(name, Set.of(), event -> event, edit));
    }

    private <T> void pair(String name, Field field, BiFunction<Event, T, Event> edit, T one, T other) {
        add(name, Set.of(field), edit, one, other);
    }

    /** Every value differs from every other. */
    @SafeVarargs
    private <T> void each(String name, Field field, BiFunction<Event, T, Event> edit, T... values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                add(name, Set.of(field), edit, values[j], values[i]);
            }
        }
    }

    private <T> void add(String name, Set<Field> fields, BiFunction<Event, T, Event> edit, T one, T other) {
        all.add(new Mutation(
                name + ": " + one + " / " + other, fields, e -> edit.apply(e, one), e -> edit.apply(e, other)));
    }

    /** Details with one part replaced. */
    private static final class Parts {
        private final Event event;
        private List<Location> locations;
        private Optional<ConferenceLink> conference;
        private List<Reminder> reminders;
        private List<String> categories;
        private String color;
        private List<AttachmentLink> attachments;

        private Parts(Event event) {
            this.event = event;
            this.locations = event.details().locations();
            this.conference = event.details().conference();
            this.reminders = event.details().reminders();
            this.categories = event.details().categories();
            this.color = event.details().color();
            this.attachments = event.details().attachments();
        }

        private Parts with(List<Location> value) {
            locations = value;
            return this;
        }

        private Parts joining(Optional<ConferenceLink> value) {
            conference = value;
            return this;
        }

        private Parts reminding(List<Reminder> value) {
            reminders = value;
            return this;
        }

        private Parts in(List<String> value) {
            categories = value;
            return this;
        }

        private Parts colored(String value) {
            color = value;
            return this;
        }

        private Parts attaching(List<AttachmentLink> value) {
            attachments = value;
            return this;
        }

        private Event event() {
            return event.toBuilder()
                    .details(new Details(
                            event.details().title(),
                            event.details().description(),
                            locations,
                            conference,
                            reminders,
                            categories,
                            color,
                            attachments))
                    .build();
        }
    }
}
