package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Reminder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the calendar's owner is reminded: {@code reminders}. Those an event takes from its calendar are not the event's and
 * are not shown.
 */
final class AlertMapper {

    private static final int MOST = 5;
    private static final long MOST_MINUTES = 40_320;

    private AlertMapper() {}

    // From Google

    static List<Reminder> read(ObjectNode event) {
        List<Reminder> reminders = new ArrayList<>(0);
        if (!Json.flag(event.path("reminders"), "useDefault")) {
            for (ObjectNode override : Json.objects(event.path("reminders"), "overrides")) {
                Json.number(override, "minutes")
                        .filter(minutes -> Math.abs(minutes) <= MOST_MINUTES)
                        .ifPresent(
                                minutes -> reminders.add(new Reminder(Duration.ofMinutes(minutes), method(override))));
            }
        }
        return reminders;
    }

    private static Reminder.Method method(ObjectNode override) {
        return Json.text(override, "method").equals("email") ? Reminder.Method.EMAIL : Reminder.Method.DISPLAY;
    }

    // To Google

    /** Writes the reminders an event is to have; returns why it cannot. */
    static Optional<String> write(List<Reminder> wanted, ObjectNode event) {
        if (wanted.size() > MOST) {
            return Optional.of("Google keeps at most " + MOST + " reminders of an event");
        }
        ArrayNode overrides = event.arrayNode();
        for (Reminder reminder : wanted) {
            long minutes = reminder.before().toMinutes();
            if (!Duration.ofMinutes(minutes).equals(reminder.before()) || minutes < 0 || minutes > MOST_MINUTES) {
                return Optional.of("Google reminds whole minutes before the start, at most four weeks");
            }
            overrides
                    .addObject()
                    .put("method", reminder.method() == Reminder.Method.EMAIL ? "email" : "popup")
                    .put("minutes", (int) minutes);
        }
        ObjectNode reminders = event.withObjectProperty("reminders");
        reminders.put("useDefault", false);
        reminders.set("overrides", overrides);
        return Optional.empty();
    }
}
