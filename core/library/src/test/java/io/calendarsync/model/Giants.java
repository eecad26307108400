package io.calendarsync.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events each too large for a payload in its own way; built from a last word, so that an edit stands at the far end. */
public enum Giants {
    PLAIN_DESCRIPTION((e, end) -> e.description(Text.plain("x".repeat(5_000_000) + end))),
    HTML_DESCRIPTION((e, end) -> e.description(Text.html("<p>\u0000</p>".repeat(500_000) + end))),
    TITLE((e, end) -> e.title("\ud83d\ude00".repeat(400_000) + end)),
    HALF_PAIRS((e, end) -> e.title("\ud83d".repeat(400_000) + end)),
    UID((e, end) -> e.uid("u".repeat(300_000) + end)),
    ID((e, end) -> e.ref(new EventRef(new CalendarId("c"), "\u0000".repeat(300_000)))
            .uid("\u0000".repeat(300_000))
            .overrides("\u0000".repeat(300_000) + end, new RecurrenceId.OnDate(LocalDate.EPOCH))),
    ATTENDEES((e, end) -> e.participants(new Participants(Optional.empty(), attendees(20_000, end), true))),
    PROPERTIES((e, end) ->
            e.properties(numbered(20_000).collect(Collectors.toMap(n -> "key" + n, n -> "value" + n + end)))),
    LONG_PROPERTIES((e, end) -> e.properties(Map.of("k".repeat(200_000) + end, "", "k".repeat(200_000), ""))),
    LOCATIONS((e, end) -> e.details(details(5_000, end, true))),
    ATTACHMENTS((e, end) -> e.details(details(20_000, end, false))),
    EXCEPTED_DATES((e, end) -> e.recurrence(new Recurrence(
            List.of("RRULE:FREQ=DAILY"),
            List.of("FREQ=DAILY"),
            List.of(),
            List.of(),
            numbered(50_000 + end.length())
                    .<RecurrenceId>map(n -> new RecurrenceId.OnDate(LocalDate.EPOCH.plusDays(n)))
                    .toList()))),
    RULE((e, end) -> e.recurrence(Recurrence.of("FREQ=DAILY;X=" + "1,".repeat(200_000) + end))),
    DEGRADATIONS((e, end) -> e.title(end)
            .extensions(new Extensions(
                    Map.of(),
                    ProviderExtras.none(),
                    numbered(20_000)
                            .map(n -> new Degradation(Degradation.Reason.UNREADABLE_RULE, end + n))
                            .toList()))),
    /** All parts are too large at once; each list has no more elements than that takes, each text stays whole for long. */
    EVERYTHING((e, end) -> {
        String large = "\u0000".repeat(300_000);
        String justKept = "\u0000".repeat(290);
        List<String> rules = Collections.nCopies(50, justKept);
        Details places = details(1_000, large.substring(0, 900), true);
        return e.uid(large)
                .details(new Details(
                        large + end,
                        Text.plain(large),
                        places.locations(),
                        Optional.of(new ConferenceLink(large, large)),
                        List.of(),
                        rules,
                        large,
                        details(1_000, justKept, false).attachments()))
                .participants(new Participants(
                        Optional.of(new Organizer(new Person(large, large), true)), attendees(1_000, justKept), true))
                .recurrence(new Recurrence(rules, rules, rules, List.of(), List.of()))
                .extensions(new Extensions(
                        Map.of(large, large),
                        new ProviderExtras(large),
                        Collections.nCopies(
                                100, new Degradation(Degradation.Reason.UNREADABLE_TIME, large.substring(0, 10_000)))));
    });

    private final BiFunction<EventBuilder, String, EventBuilder> edit;

    Giants(BiFunction<EventBuilder, String, EventBuilder> edit) {
        this.edit = edit;
    }

    public Event event() {
        return with("end");
    }

    /** Returns it with its far end edited. */
    public Event edited() {
        return with("END!");
    }

    private Event with(String end) {
        EventBuilder builder = Event.builder(
                new EventRef(new CalendarId("c"), "e"),
                EventTime.Timed.of(LocalDateTime.of(2026, 3, 1, 12, 0), ZoneId.of("Europe/Rome"), Duration.ofHours(1)));
        return edit.apply(builder, end).build();
    }

    private static List<Attendee> attendees(int count, String end) {
        List<Attendee> attendees = new ArrayList<>(numbered(count)
                .map(n -> attendee(n + "@example.com", n == count - 1 ? end : "", false))
                .toList());
        attendees.add(attendee("zz@example.com", "", true));
        return attendees;
    }

    private static Attendee attendee(String address, String name, boolean self) {
        return new Attendee(new Person(address, name), AttendeeRole.REQUIRED, ParticipationStatus.ACCEPTED, self);
    }

    private static Details details(int count, String end, boolean places) {
        List<Location> locations = numbered(count)
                .map(n -> new Location("room", "street".repeat(20), n + end))
                .toList();
        List<AttachmentLink> links = numbered(count)
                .map(n -> new AttachmentLink("https://example.com/" + n, end, ""))
                .toList();
        return new Details(
                "",
                Text.none(),
                places ? locations : List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                places ? List.of() : links);
    }

    private static Stream<Integer> numbered(int count) {
        return IntStream.range(0, count).boxed();
    }
}
