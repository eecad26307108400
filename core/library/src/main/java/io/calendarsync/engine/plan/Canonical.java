package io.calendarsync.engine.plan;

import io.calendarsync.FieldChange.Field;
import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.Location;
import io.calendarsync.model.Person;
import io.calendarsync.model.Reminder;
import java.util.Map;

/**
 * What of an event counts as its content, field by field. Two events have the same field exactly where it has the same
 * bytes here; fingerprints and differences both go by it, so they cannot disagree. A change here changes the number of
 * {@link Fingerprint}'s algorithm.
 *
 * <p>No content: where the event lives, its etag, its sequence, when it was updated, the provider's own JSON.
 */
final class Canonical {

    private Canonical() {}

    static void write(Field field, Event event, ByteSink out) {
        Details details = event.details();
        switch (field) {
            case UID -> out.text(event.uid());
            case TITLE -> out.text(details.title());
            case DESCRIPTION -> {
                out.constant(details.description().format());
                out.text(details.description().content());
            }
            case START -> CanonicalTime.start(event.time(), out);
            case END -> CanonicalTime.end(event.time(), out);
            case RECURRENCE -> CanonicalTime.recurrence(event.shape(), out);
            case RECURRENCE_ID -> CanonicalTime.override(event.shape(), out);
            case STATUS -> out.constant(event.disposition().status());
            case SHOW_AS -> out.constant(event.disposition().showAs());
            case VISIBILITY -> out.constant(event.disposition().visibility());
            case KIND -> out.constant(event.disposition().kind());
            case LOCATIONS -> locations(details, out);
            case CONFERENCE -> conference(details, out);
            case ORGANIZER -> organizer(event, out);
            case ATTENDEES -> CanonicalPeople.write(event.participants(), out);
            case REMINDERS -> reminders(details, out);
            case CATEGORIES -> {
                out.number(details.categories().size());
                details.categories().stream().sorted().forEach(out::text);
            }
            case COLOR -> out.text(details.color());
            case ATTACHMENTS -> attachments(details, out);
            case PROPERTIES -> properties(event, out);
            case DEGRADATIONS -> degradations(event, out);
        }
    }

    static void person(Person person, ByteSink out) {
        out.text(person.address());
        out.text(person.name());
    }

    private static void locations(Details details, ByteSink out) {
        out.number(details.locations().size());
        for (Location location : details.locations()) {
            out.text(location.name());
            out.text(location.address());
            out.text(location.uri());
        }
    }

    private static void conference(Details details, ByteSink out) {
        out.flag(details.conference().isPresent());
        details.conference().ifPresent(link -> {
            out.text(link.uri());
            out.text(link.label());
        });
    }

    private static void organizer(Event event, ByteSink out) {
        out.flag(event.participants().organizer().isPresent());
        event.participants().organizer().ifPresent(organizer -> {
            person(organizer.person(), out);
            out.flag(organizer.self());
        });
    }

    private static void reminders(Details details, ByteSink out) {
        out.number(details.reminders().size());
        for (Reminder reminder : details.reminders()) {
            CanonicalTime.duration(reminder.before(), out);
            out.constant(reminder.method());
        }
    }

    private static void attachments(Details details, ByteSink out) {
        out.number(details.attachments().size());
        for (AttachmentLink link : details.attachments()) {
            out.text(link.uri());
            out.text(link.title());
            out.text(link.mediaType());
        }
    }

    private static void properties(Event event, ByteSink out) {
        out.number(event.extensions().properties().size());
        event.extensions().properties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> {
                    out.text(property.getKey());
                    out.text(property.getValue());
                });
    }

    private static void degradations(Event event, ByteSink out) {
        out.number(event.degradations().size());
        for (Degradation degradation : event.degradations()) {
            out.constant(degradation.reason());
            out.text(degradation.detail());
        }
    }
}
