package io.calendarsync.model;

import io.calendarsync.model.EventTime.End;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events that between them use every field and every form of a time. */
public final class CompleteEvents {

    private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 1, 9, 0);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private CompleteEvents() {}

    /** Returns them by name. */
    public static Map<String, Event> all() {
        return Map.of(
                "series", series(),
                "override", override(),
                "all-day", allDay(),
                "floating", floating(),
                "flight", flight());
    }

    private static Event series() {
        RecurrenceId zoned = new RecurrenceId.Zoned(NINE.plusDays(1), ROME);
        return builder("series", new EventTime.Timed(NINE, ROME, new End.Nominal(1, Duration.ofHours(2))))
                .revision(new Revision(
                        "series@example.com", 3, "\"etag\"", Optional.of(Instant.parse("2026-02-01T08:00:00.123456Z"))))
                .recurrence(new Recurrence(
                        List.of("RRULE:FREQ=DAILY;COUNT=9", "EXRULE:FREQ=WEEKLY", "RDATE:...", "EXDATE:..."),
                        List.of("FREQ=DAILY;COUNT=9"),
                        List.of("FREQ=WEEKLY"),
                        List.of(
                                new RecurrenceDate(zoned, Optional.empty()),
                                new RecurrenceDate(zoned, Optional.of(Duration.ofMinutes(30)))),
                        List.of(new RecurrenceId.Zoned(NINE.plusDays(2), ZoneOffset.UTC))))
                .disposition(new Disposition(
                        EventStatus.TENTATIVE, ShowAs.OUT_OF_OFFICE, Visibility.CONFIDENTIAL, EventKind.FOCUS_TIME))
                .details(details())
                .participants(participants())
                .extensions(new Extensions(
                        Map.of("order", "7", "a", ""),
                        new ProviderExtras("{\"hangoutLink\":\"x\"}"),
                        List.of(new Degradation(Degradation.Reason.GUESSED_ZONE, "Rome time"))))
                .build();
    }

    private static Details details() {
        return new Details(
                "Caf\u00e9 \ud83d\ude00",
                Text.html("<p>a\u0000b \ud83d</p>"),
                List.of(new Location("Room 1", "Via Roma 1\nRome", "geo:41.9,12.5"), Location.of("Hall")),
                Optional.of(new ConferenceLink("https://meet.example.com/x", "Join")),
                List.of(
                        new Reminder(Duration.ofMinutes(10), Reminder.Method.EMAIL),
                        new Reminder(Duration.ofMinutes(-5), Reminder.Method.DISPLAY)),
                List.of("work", "blue"),
                "navy",
                List.of(new AttachmentLink("https://example.com/a.pdf", "Agenda", "application/pdf")));
    }

    private static Participants participants() {
        return new Participants(
                Optional.of(new Organizer(new Person("boss@example.com", "Boss"), true)),
                List.of(
                        new Attendee(
                                new Person("anna@example.com", "Anna"),
                                AttendeeRole.OPTIONAL,
                                ParticipationStatus.ACCEPTED,
                                false),
                        new Attendee(
                                new Person("boss@example.com", ""),
                                AttendeeRole.REQUIRED,
                                ParticipationStatus.NEEDS_ACTION,
                                true)),
                false);
    }

    private static Event override() {
        return builder("override", EventTime.Timed.of(NINE, ROME, Duration.ofMinutes(45)))
                .shape(new EventShape.Override("series", new RecurrenceId.Zoned(NINE, ROME), true))
                .build();
    }

    private static Event allDay() {
        return builder("all-day", new EventTime.AllDay(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)))
                .overrides("days", new RecurrenceId.OnDate(LocalDate.of(2026, 3, 1)))
                .build();
    }

    private static Event floating() {
        return builder("floating", new EventTime.Floating(NINE.plusSeconds(1), Duration.ZERO))
                .overrides("alarms", new RecurrenceId.Floating(NINE))
                .build();
    }

    private static Event flight() {
        return builder(
                        "flight",
                        new EventTime.Timed(NINE, ROME, new End.Own(NINE.plusHours(3), ZoneId.of("America/New_York"))))
                .build();
    }

    private static EventBuilder builder(String id, EventTime time) {
        return Event.builder(new EventRef(new CalendarId("calendar"), id), time);
    }
}
