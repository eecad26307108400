package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Reminder.Method;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads reminders from VALARM components (RFC 5545 section 3.6.6). One that cannot be read is left out. */
final class AlarmMapper {

    private final TimeValues values;

    AlarmMapper(TimeValues values) {
        this.values = values;
    }

    List<Reminder> map(Component event, EventTime time) {
        List<Reminder> reminders = new ArrayList<>(0);
        for (Component child : event.children()) {
            if (child.is("VALARM")) {
                method(child)
                        .ifPresent(method ->
                                before(child, time).ifPresent(before -> reminders.add(new Reminder(before, method))));
            }
        }
        return reminders;
    }

    private static Optional<Method> method(Component alarm) {
        return switch (alarm.first("ACTION").map(ContentLine::keyword).orElse("")) {
            case "DISPLAY" -> Optional.of(Method.DISPLAY);
            case "EMAIL" -> Optional.of(Method.EMAIL);
            case "AUDIO" -> Optional.of(Method.AUDIO);
            default -> Optional.empty();
        };
    }

    private Optional<Duration> before(Component alarm, EventTime time) {
        Optional<ContentLine> trigger = alarm.first("TRIGGER");
        if (trigger.isEmpty()) {
            return Optional.empty();
        }
        ZoneId viewer = values.zones().floatingZone();
        Interval span = time.span(viewer);
        Optional<Length> length = Length.parse(trigger.get().token());
        if (length.isPresent()) {
            Duration fromStart = trigger.get().hasParameter("RELATED", "END")
                    ? length.get().elapsed().plus(span.length())
                    : length.get().elapsed();
            return Optional.of(fromStart.negated());
        }
        return values.of(trigger.get(), new Findings()).map(at -> Duration.between(at.instant(viewer), span.start()));
    }
}
