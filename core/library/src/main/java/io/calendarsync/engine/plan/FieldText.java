package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.Participants;
import io.calendarsync.model.Person;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields as text for people: names for constants, one line for each element of a list. */
final class FieldText {

    private FieldText() {}

    static String of(Field field, Event event) {
        Details details = event.details();
        return switch (field) {
            case UID -> event.uid();
            case TITLE -> details.title();
            case DESCRIPTION -> details.description().content();
            case START -> TimeText.start(event.time());
            case END -> TimeText.end(event.time());
            case RECURRENCE -> TimeText.recurrence(event.shape());
            case RECURRENCE_ID -> TimeText.override(event.shape());
            case STATUS -> event.disposition().status().name();
            case SHOW_AS -> event.disposition().showAs().name();
            case VISIBILITY -> event.disposition().visibility().name();
            case KIND -> event.disposition().kind().name();
            case LOCATIONS ->
                lines(details.locations().stream(), place -> words(place.name(), place.address(), place.uri()));
            case CONFERENCE -> lines(details.conference().stream(), link -> words(link.uri(), link.label()));
            case ORGANIZER -> lines(event.participants().organizer().stream(), leader -> person(leader.person()));
            case ATTENDEES -> attendees(event.participants());
            case REMINDERS ->
                lines(
                        details.reminders().stream(),
                        reminder -> words(
                                reminder.before().toString(), reminder.method().name()));
            case CATEGORIES -> lines(details.categories().stream().sorted(), FieldText::words);
            case COLOR -> details.color();
            case ATTACHMENTS ->
                lines(details.attachments().stream(), file -> words(file.uri(), file.title(), file.mediaType()));
            case PROPERTIES ->
                lines(
                        event.extensions().properties().entrySet().stream().sorted(Map.Entry.comparingByKey()),
                        property -> oneLine(property.getKey()) + "=" + oneLine(property.getValue()));
            case DEGRADATIONS ->
                lines(event.degradations().stream(), lost -> words(lost.reason().name(), lost.detail()));
        };
    }

    private static String attendees(Participants participants) {
        String all = lines(CanonicalPeople.inOrder(participants.attendees()).stream(), FieldText::attendee);
        return participants.complete() ? all : all + (all.isEmpty() ? "..." : "\n...");
    }

    private static String attendee(Attendee attendee) {
        return words(
                person(attendee.person()),
                attendee.role().name(),
                attendee.status().name());
    }

    private static String person(Person person) {
        return person.name().isEmpty() ? person.address() : words(person.name(), "<" + person.address() + ">");
    }

    private static <T> String lines(Stream<T> elements, Function<T, String> line) {
        return elements.map(line).collect(Collectors.joining("\n"));
    }

    private static String words(String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .map(FieldText::oneLine)
                .collect(Collectors.joining(" "));
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
