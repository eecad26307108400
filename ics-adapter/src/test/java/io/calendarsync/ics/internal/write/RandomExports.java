package io.calendarsync.ics.internal.write;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Details;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.Location;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Revision;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Text;
import io.calendarsync.model.Visibility;
import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Random calendars of events that iCalendar can hold: all that is in them has to come back. Wild ones hold besides what
 * is hostile or has no place in a file: those have to do no harm.
 */
final class RandomExports {

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/Dublin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Africa/Casablanca"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Etc/GMT-2"),
            ZoneOffset.ofHoursMinutes(5, 45),
            ZoneId.of("Pacific/Apia"));

    private static final List<String> TEXTS = List.of(
            "lunch",
            "a, b; c \\ d \\n e: \"f\"",
            "two\nlines\n\nand four",
            " blanks at the ends ",
            "\ttab",
            "BEGIN:VEVENT",
            "\u00e9\u05d0\u4f1a \ud83d\ude00",
            "^n ^^ ^' caret",
            "long \u00fc".repeat(40));

    private static final List<String> WILD = List.of(
            "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nDTSTART:20270101T000000Z",
            "\u0000\u0001\u001b[31m\u007f",
            "\u2028BEGIN:VALARM\u2029\u0085\u000b",
            "half \ud83d pair",
            "\";X=\":y",
            "mailto:a b@c",
            "http://",
            "%zz %",
            "   ",
            "x".repeat(5_000));

    private static final List<String> RULES = List.of(
            "FREQ=DAILY;COUNT=10",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20290301T080000Z",
            "FREQ=MONTHLY;BYDAY=-1SU;INTERVAL=2",
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1,15,-1;WKST=SU",
            "freq=daily",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");

    private final Dice dice;
    private final boolean wild;

    RandomExports(long seed, boolean wild) {
        this.dice = Dice.of(seed);
        this.wild = wild;
    }

    /** Returns a calendar: single events, and series with their overrides. */
    List<Event> calendar() {
        List<Event> events = new ArrayList<>();
        for (int i = dice.between(1, 6); i > 0; i--) {
            String uid = "uid-" + i + (wild ? text() : "@example.com");
            EventTime time = time();
            if (dice.chance(0.4)) {
                EventShape series = new EventShape.Series(recurrence(TimeLines.start(time)));
                events.add(event(uid, uid, time, series));
                RecurrenceId replaced = shifted(TimeLines.start(time), dice.between(1, 9));
                EventShape override = new EventShape.Override(uid, replaced, dice.chance(0.3));
                events.add(event(uid + "#override", uid, time(), override));
            } else {
                events.add(event(uid, uid, time, new EventShape.Single()));
            }
        }
        return events;
    }

    private Event event(String id, String uid, EventTime time, EventShape shape) {
        return new Event(
                new EventRef(new CalendarId("feed"), id),
                new Revision(uid, dice.between(0, 3), "", Optional.empty()),
                time,
                shape,
                new Disposition(
                        dice.choose(List.of(EventStatus.values())),
                        dice.choose(wild ? List.of(ShowAs.values()) : shownByFeeds()),
                        dice.choose(List.of(Visibility.values())),
                        wild ? dice.choose(List.of(EventKind.values())) : EventKind.DEFAULT),
                details(),
                participants(),
                extensions());
    }

    private static List<ShowAs> shownByFeeds() {
        return List.of(ShowAs.FREE, ShowAs.BUSY, ShowAs.TENTATIVE, ShowAs.OUT_OF_OFFICE, ShowAs.WORKING_ELSEWHERE);
    }

    private EventTime time() {
        return switch (dice.between(0, 4)) {
            case 0 -> {
                LocalDate date = local().toLocalDate();
                yield new EventTime.AllDay(date, date.plusDays(dice.between(1, 20)));
            }
            case 1 -> new EventTime.Floating(local(), length());
            default -> timed();
        };
    }

    private EventTime timed() {
        ZoneId zone = dice.choose(ZONES);
        LocalDateTime start = local();
        return switch (dice.between(0, 3)) {
            case 0 ->
                new EventTime.Timed(
                        start, zone, new End.Nominal(dice.between(0, 30), Duration.ofSeconds(dice.between(0, 99_999))));
            case 1 -> {
                ZoneId other = dice.choose(ZONES.stream()
                        .filter(some -> !some.getRules().equals(zone.getRules()))
                        .toList());
                // A day later on any clock.
                yield new EventTime.Timed(start, zone, new End.Own(start.plusDays(3), other));
            }
            default -> EventTime.Timed.of(start, zone, length());
        };
    }

    private LocalDateTime local() {
        int year = dice.chance(0.1) ? dice.choose(1, 1850, 9990) : dice.between(1965, 2090);
        LocalDateTime quarters = LocalDateTime.of(year, 1, 1, 0, 0).plusMinutes(15L * dice.between(0, 35_000));
        return dice.chance(0.1) ? quarters.plusSeconds(dice.between(1, 59)) : quarters;
    }

    private Duration length() {
        return switch (dice.between(0, 3)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(dice.between(1, 9_999_999));
            default -> Duration.ofMinutes(15L * dice.between(1, 200));
        };
    }

    private Recurrence recurrence(RecurrenceId start) {
        String rule = dice.choose(RULES);
        List<String> lines = new ArrayList<>(List.of("RRULE:" + rule));
        List<RecurrenceDate> dates = new ArrayList<>();
        List<RecurrenceId> exceptions = new ArrayList<>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            RecurrenceDate date = new RecurrenceDate(shifted(start, 100 + i), Optional.empty());
            dates.add(date);
            lines.add(TimeValue.line("RDATE", date.start()));
        }
        for (int i = dice.between(0, 3); i > 0; i--) {
            RecurrenceId exception = shifted(start, 10 + i);
            exceptions.add(exception);
            lines.add(TimeValue.line("EXDATE", exception));
        }
        return new Recurrence(lines, List.of(rule), List.of(), dates, exceptions);
    }

    private static RecurrenceId shifted(RecurrenceId start, int days) {
        LocalDateTime local = start.local().plusDays(days);
        if (start instanceof RecurrenceId.Zoned zoned) {
            return new RecurrenceId.Zoned(local, zoned.zone());
        }
        return start instanceof RecurrenceId.OnDate
                ? new RecurrenceId.OnDate(local.toLocalDate())
                : new RecurrenceId.Floating(local);
    }

    private Details details() {
        String place = text();
        return new Details(
                text(),
                wild && dice.nextBoolean() ? Text.html("<p>" + text() + "<br>") : Text.plain(text()),
                wild
                        ? listOf(3, () -> new Location(text(), text(), link()))
                        : List.of(new Location(place, "", dice.nextBoolean() ? "" : "geo:48.2010,-16.3695")),
                maybe(() -> new ConferenceLink(link(), text())),
                listOf(
                        3,
                        () -> new Reminder(
                                Duration.ofMinutes(dice.between(-500, 50_000)),
                                dice.choose(List.of(Reminder.Method.values())))),
                wild ? listOf(3, this::text) : List.of("work", "a, b; c"),
                wild ? text() : dice.choose("", "turquoise"),
                listOf(2, () -> new AttachmentLink(link(), text(), wild ? text() : "application/pdf")));
    }

    private Participants participants() {
        return new Participants(maybe(() -> new Organizer(person(), wild)), listOf(4, this::attendee), true);
    }

    private Attendee attendee() {
        return new Attendee(
                person(),
                dice.choose(List.of(AttendeeRole.values())),
                dice.choose(List.of(ParticipationStatus.values())),
                wild && dice.nextBoolean());
    }

    private Person person() {
        String address = dice.choose(
                "ann@example.com",
                "urn:uuid:0f8c2d9e-4d0b-4a6b-9a43-1f7c52f3b0aa",
                "Max Mustermann",
                "j\u00f6rg@example.com",
                "/principals/ann");
        return new Person(wild && dice.nextBoolean() ? text() : address, text());
    }

    private Extensions extensions() {
        Map<String, String> properties =
                dice.nextBoolean() ? Map.of() : wild ? Map.of("URL", link(), "secret", text()) : Map.of("URL", link());
        return new Extensions(
                properties, wild ? new ProviderExtras("{\"secret\":1}") : ProviderExtras.none(), List.of());
    }

    private String link() {
        return wild && dice.nextBoolean()
                ? text()
                : dice.choose("https://example.com/a?b=c,d;e#f", "tel:+49-30-123", "https://example.com/%C3%BC/(x)");
    }

    private String text() {
        return wild && dice.chance(0.5) ? dice.choose(WILD) : dice.choose(TEXTS);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return dice.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> listOf(int most, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = dice.between(0, most); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }
}
