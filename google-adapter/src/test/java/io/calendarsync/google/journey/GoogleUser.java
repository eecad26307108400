package io.calendarsync.google.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.testkit.Dice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What a person does in Google's own pages. Confined. */
final class GoogleUser {

    private final List<SandboxCalendar> calendars;
    private final Dice dice;
    private int number;

    GoogleUser(List<SandboxCalendar> calendars, Dice dice) {
        this.calendars = List.copyOf(calendars);
        this.dice = dice;
    }

    void edit() {
        number++;
        SandboxCalendar calendar = dice.choose(calendars);
        switch (dice.nextInt(12)) {
            case 0, 1, 2 -> calendar.add(timed(""));
            case 3 -> calendar.add(timed(",\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=8\"]"));
            case 4 -> calendar.add(allDay());
            case 5 -> one(calendar, this::isSingle).ifPresent(id -> calendar.edit(id, title("Edited")));
            case 6 -> one(calendar, this::isSingle).ifPresent(calendar::delete);
            case 7, 8 -> one(calendar, GoogleUser::isSeries).ifPresent(id -> instance(calendar, id));
            case 9 -> one(calendar, GoogleUser::isSeries).ifPresent(id -> series(calendar, id));
            case 10 -> one(calendar, this::isSingle).ifPresent(id -> move(calendar, id));
            default -> one(calendar, event -> true).ifPresent(calendar::touch);
        }
    }

    private String timed(String more) {
        int day = dice.between(3, 27);
        return """
                {"summary":"Event %d","location":"Room %d","start":{"dateTime":"2026-03-%02dT09:00:00","timeZone":"Europe/Zurich"},
                "end":{"dateTime":"2026-03-%02dT10:30:00","timeZone":"Europe/Zurich"}%s}""".formatted(number, number, day, day, more);
    }

    private String allDay() {
        int day = dice.between(3, 26);
        return """
                {"summary":"Day %d","start":{"date":"2026-03-%02d"},"end":{"date":"2026-03-%02d"}}""".formatted(number, day, day + 1);
    }

    private String title(String word) {
        return "{\"summary\":\"" + word + " " + number + "\"}";
    }

    private void instance(SandboxCalendar calendar, String id) {
        String start = calendar.event(id).path("start").path("dateTime").asText();
        LocalDate day = LocalDate.parse(start.substring(0, 10)).plusDays(dice.nextInt(8));
        String at = day + (day.isBefore(LocalDate.of(2026, 3, 29)) ? "T08:00:00Z" : "T07:00:00Z");
        String instance = calendar.instance(id, at);
        if (calendar.event(instance).path("status").asText().equals("cancelled")) {
            return;
        }
        if (dice.nextBoolean()) {
            calendar.delete(instance);
        } else {
            calendar.edit(instance, title("Once"));
        }
    }

    private void series(SandboxCalendar calendar, String id) {
        if (dice.chance(0.3)) {
            calendar.delete(id);
        } else {
            calendar.edit(id, "{\"description\":\"All " + number + "\"}");
        }
    }

    private void move(SandboxCalendar calendar, String id) {
        SandboxCalendar other = dice.choose(calendars);
        boolean there = StreamSupport.stream(other.events().spliterator(), false)
                .anyMatch(event -> event.path("id").asText().equals(id));
        if (other != calendar && !there) {
            calendar.move(id, other);
        }
    }

    private Optional<String> one(SandboxCalendar calendar, Predicate<JsonNode> which) {
        List<String> ids = calendar.events().stream()
                .filter(event -> !event.path("status").asText().equals("cancelled"))
                .filter(event -> !event.has("recurringEventId"))
                .filter(event -> !Bookings.isLeftAlone(event))
                .filter(which)
                .map(event -> event.path("id").asText())
                .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(dice.choose(ids));
    }

    private boolean isSingle(JsonNode event) {
        return !event.has("recurrence");
    }

    private static boolean isSeries(JsonNode event) {
        return event.has("recurrence");
    }
}
