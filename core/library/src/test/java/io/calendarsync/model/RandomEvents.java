package io.calendarsync.model;

import io.calendarsync.model.EventTime.End;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random events that use every field; the same seed gives the same events. Confined to one thread. */
public final class RandomEvents {

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneOffset.ofHoursMinutes(5, 45),
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Rome"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Apia"));

    /** Texts that break naive code: NUL, quotes, controls, outside the BMP, half a pair, right-to-left, long. */
    private static final List<String> TEXTS = List.of(
            "",
            "lunch",
            "a\u0000b",
            "\"quoted\" \\ / \n\r\t",
            "\u2028\u00e9\u05d0\ufeff",
            "\ud83d\ude00 party",
            "half \ud83d pair",
            "\ude00",
            "[x]/PT1H",
            "line; BEGIN:VEVENT",
            "long ".repeat(2_000));

    private final Random random;

    public RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    public Event event() {
        return new Event(
                new EventRef(new CalendarId("calendar" + random.nextInt(3)), id()),
                revision(),
                time(),
                shape(),
                disposition(),
                details(),
                participants(),
                extensions());
    }

    /** Returns an event as most are: a title, a time, few people. */
    public Event small() {
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 9, 0).plusMinutes(random.nextInt(500_000));
        return Event.builder(
                        new EventRef(new CalendarId("calendar"), "event" + random.nextInt(1_000_000)),
                        EventTime.Timed.of(start, ZoneId.of("Europe/Rome"), Duration.ofMinutes(30)))
                .uid(random.nextLong() + "@example.com")
                .title("Meeting " + random.nextInt())
                .description(Text.plain("Agenda: " + random.nextLong()))
                .location(Location.of("Room " + random.nextInt(30)))
                .participants(
                        new Participants(Optional.of(new Organizer(person(), false)), listOf(3, this::attendee), true))
                .build();
    }

    private String id() {
        String text = text();
        return text.isEmpty() ? "id" : text;
    }

    private Revision revision() {
        return new Revision(
                text(),
                random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(3),
                text(),
                maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L)));
    }

    public EventTime time() {
        return switch (random.nextInt(5)) {
            case 0 -> {
                LocalDate date = local().toLocalDate();
                yield new EventTime.AllDay(date, date.plusDays(1 + random.nextInt(3)));
            }
            case 1 -> new EventTime.Floating(local(), duration());
            default -> new EventTime.Timed(local(), zone(), end());
        };
    }

    private End end() {
        return switch (random.nextInt(3)) {
            case 0 -> new End.Nominal(random.nextInt(3), duration());
            case 1 -> new End.Own(local(), zone());
            default -> new End.Exact(duration());
        };
    }

    private EventShape shape() {
        return switch (random.nextInt(3)) {
            case 0 -> new EventShape.Single();
            case 1 ->
                new EventShape.Series(new Recurrence(
                        texts(), texts(), texts(), listOf(3, this::recurrenceDate), listOf(3, this::recurrenceId)));
            default -> new EventShape.Override(text(), recurrenceId(), random.nextBoolean());
        };
    }

    private RecurrenceDate recurrenceDate() {
        return new RecurrenceDate(recurrenceId(), maybe(this::duration));
    }

    public RecurrenceId recurrenceId() {
        return switch (random.nextInt(3)) {
            case 0 -> new RecurrenceId.Zoned(local(), zone());
            case 1 -> new RecurrenceId.OnDate(local().toLocalDate());
            default -> new RecurrenceId.Floating(local());
        };
    }

    private Disposition disposition() {
        return random.nextInt(3) == 0
                ? Disposition.ordinary()
                : new Disposition(
                        one(EventStatus.values()),
                        one(ShowAs.values()),
                        one(Visibility.values()),
                        one(EventKind.values()));
    }

    private Details details() {
        return new Details(
                text(),
                new Text(text(), one(Text.Format.values())),
                listOf(3, () -> new Location(text(), text(), text())),
                maybe(() -> new ConferenceLink(text(), text())),
                listOf(3, () -> new Reminder(duration().multipliedBy(sign()), one(Reminder.Method.values()))),
                texts(),
                text(),
                listOf(3, () -> new AttachmentLink(text(), text(), text())));
    }

    private Participants participants() {
        return new Participants(
                maybe(() -> new Organizer(person(), random.nextBoolean())),
                listOf(5, this::attendee),
                random.nextBoolean());
    }

    public Attendee attendee() {
        return new Attendee(
                person(), one(AttendeeRole.values()), one(ParticipationStatus.values()), random.nextBoolean());
    }

    private Person person() {
        return new Person("person" + random.nextInt(9) + "@example.com", text());
    }

    private Extensions extensions() {
        Map<String, String> properties = new HashMap<>();
        texts().forEach(name -> properties.put(name, text()));
        return new Extensions(
                properties,
                random.nextBoolean() ? ProviderExtras.none() : new ProviderExtras("{\"a\":[1, 2.50, \"\\u00e9\"]}"),
                listOf(2, () -> new Degradation(one(Degradation.Reason.values()), text())));
    }

    public LocalDateTime local() {
        int year = random.nextInt(8) == 0 ? (random.nextBoolean() ? 1 : 9998) : 1970 + random.nextInt(100);
        return LocalDateTime.of(year, 1, 1, 0, 0).plusSeconds(random.nextInt(31_000_000));
    }

    public Duration duration() {
        return random.nextInt(5) == 0 ? Duration.ZERO : Duration.ofSeconds(random.nextInt(10_000_000));
    }

    public ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    private int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    private String text() {
        // Long ones are rare, so that thousands of events stay quick.
        int bound = random.nextInt(40) == 0 ? TEXTS.size() : TEXTS.size() - 1;
        return TEXTS.get(random.nextInt(bound));
    }

    private List<String> texts() {
        return listOf(3, this::text);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> listOf(int most, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
