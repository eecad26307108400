package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.Event;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Person;
import io.calendarsync.model.Reminder;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes reminders as VALARMs (RFC 5545 section 3.6.6). */
final class AlarmWriter {

    private final Lines lines;
    private final Event event;

    AlarmWriter(Lines lines, Event event) {
        this.lines = lines;
        this.event = event;
    }

    void write(Reminder reminder) throws IOException {
        lines.begin("VALARM");
        lines.write("ACTION:" + reminder.method());
        lines.write("TRIGGER:" + DurationValue.elapsed(reminder.before().negated()));
        if (reminder.method() != Reminder.Method.AUDIO) {
            String title = event.title().isBlank() ? "Reminder" : event.title();
            lines.write(Line.of("DESCRIPTION").text(title));
            if (reminder.method() == Reminder.Method.EMAIL) {
                lines.write(Line.of("SUMMARY").text(title));
                lines.write(Line.of("ATTENDEE").value(owner().orElse(PeopleLines.NOBODY)));
            }
        }
        lines.end("VALARM");
    }

    /** A mail goes to the owner alone: to nobody, rather than to strangers, where they are not known. */
    private Optional<String> owner() {
        Stream<Person> own = Stream.concat(
                event.participants().self().map(Attendee::person).stream(),
                event.participants().organizer().filter(Organizer::self).map(Organizer::person).stream());
        return own.flatMap(person -> PeopleLines.uri(person.address()).stream()).findFirst();
    }
}
