package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Location;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Text;
import io.calendarsync.model.Visibility;
import io.calendarsync.testkit.Dice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Makes events as Google sends them, with members nobody knows yet, and drafts as hosts make them. */
final class RandomEvents {

    private static final List<String> ZONES =
            List.of("Europe/Zurich", "America/New_York", "Asia/Kathmandu", "UTC", "Pacific/Apia", "Moon/Tranquility");
    private static final List<String> TEXTS = List.of(
            "",
            "Tea",
            "caf\u00e9 \ud83d\ude00",
            "a<br>b",
            "Tom &amp; Tim",
            "1 < 2 & 3",
            "two\nlines",
            "\u202eodd",
            "x".repeat(3_000));

    private final Dice dice;

    RandomEvents(Dice dice) {
        this.dice = dice;
    }

    // What Google sends

    ObjectNode event() {
        ObjectNode event = Json.object()
                .put("kind", "calendar#event")
                .put("etag", "\"" + dice.nextInt(1_000_000) + "\"")
                .put("id", "e" + dice.nextInt(1_000_000));
        maybeText(event, "status", "confirmed", "tentative", "cancelled", "new");
        maybeText(event, "htmlLink", "https://calendar.example/e");
        maybeText(event, "created", "2026-01-01T00:00:00.000Z");
        maybeText(event, "updated", "2026-01-01T00:00:00.000Z", "yesterday");
        maybeText(event, "summary", TEXTS.toArray(String[]::new));
        maybeText(event, "description", TEXTS.toArray(String[]::new));
        maybeText(event, "location", TEXTS.toArray(String[]::new));
        maybeText(event, "colorId", "7", "99");
        maybeText(event, "eventLabelId", "label-1");
        maybeText(event, "transparency", "opaque", "transparent", "hazy");
        maybeText(event, "visibility", "default", "public", "private", "confidential", "secret");
        maybeText(event, "iCalUID", "u@google.com");
        maybeText(event, "hangoutLink", "https://meet.example/x");
        maybeText(
                event,
                "eventType",
                "default",
                "focusTime",
                "outOfOffice",
                "workingLocation",
                "birthday",
                "fromGmail",
                "new");
        times(event);
        series(event);
        people(event);
        alerts(event);
        unknown(event);
        return Json.parse(Json.bytes(event), 0, Json.bytes(event).length).orElseThrow();
    }

    private void maybeText(ObjectNode event, String name, String... values) {
        if (dice.chance(0.5)) {
            event.put(name, dice.choose(List.of(values)));
        }
    }

    private void times(ObjectNode event) {
        if (dice.chance(0.03)) {
            return;
        }
        int day = 10 + dice.nextInt(18);
        if (dice.chance(0.3)) {
            event.putObject("start").put("date", "2026-03-" + day);
            event.putObject("end").put("date", "2026-03-" + (day + dice.nextInt(3)));
            return;
        }
        for (String name : List.of("start", "end")) {
            String offset = dice.choose("Z", "+01:00", "-05:00", "+05:45", "");
            ObjectNode point = event.putObject(name);
            point.put(
                    "dateTime",
                    "2026-03-%dT%s:%02d:00%s"
                            .formatted(day, name.equals("start") ? "09" : "17", dice.nextInt(60), offset));
            if (offset.isEmpty() || dice.chance(0.7)) {
                point.put("timeZone", dice.choose(ZONES));
            }
        }
        if (dice.chance(0.1)) {
            event.put("endTimeUnspecified", true);
        }
    }

    private void series(ObjectNode event) {
        if (dice.chance(0.3)) {
            event.putArray("recurrence")
                    .add(dice.choose("RRULE:FREQ=DAILY;COUNT=5", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU", "RRULE:nonsense"))
                    .add(dice.choose(
                            "EXDATE;TZID=Europe/Zurich:20260311T090000", "RDATE;VALUE=DATE:20260320", "X-NEW:1"));
        } else if (dice.chance(0.2)) {
            event.put("recurringEventId", "m");
            event.putObject("originalStartTime").put("dateTime", "2026-03-10T09:00:00+01:00");
        }
        if (dice.chance(0.5)) {
            event.put("sequence", dice.nextInt(5));
        }
    }

    private void people(ObjectNode event) {
        if (dice.chance(0.5)) {
            event.putObject("organizer").put("email", "anna@example.com").put("self", dice.nextBoolean());
            event.putObject("creator").put("email", "anna@example.com");
        }
        for (int i = dice.nextInt(5); i > 0; i--) {
            ObjectNode attendee =
                    event.withArrayProperty("attendees").addObject().put("email", "P" + i + "@example.com");
            maybeText(attendee, "displayName", TEXTS.toArray(String[]::new));
            maybeText(attendee, "responseStatus", "needsAction", "declined", "tentative", "accepted", "new");
            maybeText(attendee, "comment", TEXTS.toArray(String[]::new));
            for (String flag : List.of("optional", "resource", "organizer", "self")) {
                if (dice.chance(0.2)) {
                    attendee.put(flag, dice.nextBoolean());
                }
            }
            unknown(attendee);
        }
        if (dice.chance(0.5)) {
            event.put("guestsCanModify", dice.nextBoolean()).put("locked", true);
        }
    }

    private void alerts(ObjectNode event) {
        if (dice.chance(0.6)) {
            ObjectNode reminders = event.putObject("reminders").put("useDefault", dice.nextBoolean());
            for (int i = dice.nextInt(4); i > 0; i--) {
                reminders
                        .withArrayProperty("overrides")
                        .addObject()
                        .put("method", dice.choose("email", "popup", "new"))
                        .put("minutes", dice.nextInt(40_320));
            }
        }
    }

    private void unknown(ObjectNode event) {
        if (dice.chance(0.5)) {
            ObjectNode someday = event.putObject("someday");
            someday.put("exact", new BigDecimal("1.500")).putNull("nothing");
            someday.putArray("list")
                    .add(1L << 60)
                    .add(true)
                    .add("\u00e9")
                    .addObject()
                    .put("deep", 1e300);
        }
        if (dice.chance(0.3)) {
            event.putObject("extendedProperties")
                    .putObject("private")
                    .put("k", "v")
                    .put("calendarsync", "m");
        }
        if (dice.chance(0.3)) {
            event.putObject("conferenceData").put("conferenceId", "x").put("notes", "n");
        }
    }

    // What hosts want

    EventDraft draft() {
        EventDraftBuilder draft = EventDraft.builder().time(time());
        if (dice.nextBoolean()) {
            draft.title(dice.choose(TEXTS));
        }
        if (dice.nextBoolean()) {
            draft.description(dice.choose(
                    Text.plain("two\nlines, 1 < 2"),
                    Text.html("<p>rich</p>"),
                    Text.none(),
                    Text.plain("x".repeat(2_000))));
        }
        if (dice.nextBoolean()) {
            draft.locations(
                    dice.nextBoolean()
                            ? new Location[0]
                            : new Location[] {Location.of(dice.choose("Depot", "caf\u00e9"))});
        }
        if (dice.nextBoolean()) {
            draft.showAs(dice.choose(ShowAs.FREE, ShowAs.BUSY));
        }
        if (dice.nextBoolean()) {
            draft.visibility(dice.choose(List.of(Visibility.values())));
        }
        if (dice.nextBoolean()) {
            draft.reminders(
                    dice.nextBoolean()
                            ? new Reminder[0]
                            : new Reminder[] {
                                new Reminder(Duration.ofMinutes(dice.nextInt(40_320)), Reminder.Method.DISPLAY),
                                new Reminder(Duration.ofMinutes(dice.nextInt(40_320)), Reminder.Method.EMAIL)
                            });
        }
        if (dice.nextBoolean()) {
            draft.attendees(attendees());
        }
        return draft.build();
    }

    private EventTime time() {
        LocalDateTime start = LocalDateTime.of(2026, 1 + dice.nextInt(12), 1 + dice.nextInt(28), dice.nextInt(24), 15);
        return switch (dice.nextInt(4)) {
            case 0 ->
                new EventTime.AllDay(start.toLocalDate(), start.toLocalDate().plusDays(1 + dice.nextInt(5)));
            case 1 -> EventTime.Timed.of(start, ZoneOffset.UTC, Duration.ofMinutes(dice.nextInt(600)));
            case 2 ->
                new EventTime.Timed(
                        start,
                        ZoneId.of("Europe/Zurich"),
                        new EventTime.End.Own(start.plusHours(3), ZoneId.of("America/New_York")));
            default ->
                EventTime.Timed.of(
                        start,
                        ZoneId.of(dice.choose("Europe/Zurich", "Asia/Kathmandu")),
                        Duration.ofMinutes(dice.nextInt(3_000)));
        };
    }

    private List<Attendee> attendees() {
        List<Attendee> attendees = new ArrayList<>();
        for (int i = dice.nextInt(4); i > 0; i--) {
            attendees.add(new Attendee(
                    new Person("guest" + i + "@example.com", dice.choose("", "Guest")),
                    dice.choose(AttendeeRole.REQUIRED, AttendeeRole.OPTIONAL, AttendeeRole.RESOURCE),
                    ParticipationStatus.NEEDS_ACTION,
                    false));
        }
        return attendees;
    }
}
