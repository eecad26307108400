package io.calendarsync.engine.record;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Location;
import io.calendarsync.model.Person;
import io.calendarsync.model.Recurrence;
import java.util.Map;

/**
 * A bound on the size of a payload from lengths alone: nearly every event is small, and it need not be written to know
 * so. Confined to one thread.
 */
final class PayloadBound {

    /** What an escaped character takes, such as NUL. */
    private static final int BYTES_PER_CHARACTER = 6;

    /** More than the names, marks and constants of any object, and than any time. */
    private static final int BYTES_PER_ELEMENT = 200;

    private static final int PARTS = 12;

    private long characters;
    private long elements = PARTS;

    private PayloadBound() {}

    /** Returns bytes the event's payload does not exceed. */
    static long of(Event event) {
        PayloadBound bound = new PayloadBound();
        bound.texts(
                event.ref().calendarId().value(),
                event.ref().eventId(),
                event.uid(),
                event.revision().etag());
        bound.texts(event.extensions().extras().json());
        bound.add(event.shape());
        bound.add(event.details());
        event.participants().organizer().ifPresent(organizer -> bound.add(organizer.person()));
        for (Attendee attendee : event.participants().attendees()) {
            bound.add(attendee.person());
        }
        for (Map.Entry<String, String> property :
                event.extensions().properties().entrySet()) {
            bound.texts(property.getKey(), property.getValue());
        }
        for (Degradation degradation : event.degradations()) {
            bound.texts(degradation.detail());
        }
        return bound.characters * BYTES_PER_CHARACTER + bound.elements * BYTES_PER_ELEMENT;
    }

    private void add(EventShape shape) {
        if (shape instanceof EventShape.Override override) {
            texts(override.seriesId());
        } else if (shape instanceof EventShape.Series series) {
            Recurrence recurrence = series.recurrence();
            recurrence.lines().forEach(line -> texts(line));
            recurrence.rules().forEach(rule -> texts(rule));
            recurrence.exceptionRules().forEach(rule -> texts(rule));
            elements += recurrence.dates().size() + recurrence.exceptionDates().size();
        }
    }

    private void add(Details details) {
        texts(details.title(), details.description().content(), details.color());
        for (Location location : details.locations()) {
            texts(location.name(), location.address(), location.uri());
        }
        if (details.conference().isPresent()) {
            ConferenceLink link = details.conference().get();
            texts(link.uri(), link.label());
        }
        elements += details.reminders().size();
        details.categories().forEach(category -> texts(category));
        for (AttachmentLink link : details.attachments()) {
            texts(link.uri(), link.title(), link.mediaType());
        }
    }

    private void add(Person person) {
        texts(person.address(), person.name());
    }

    private void texts(String... texts) {
        elements++;
        for (String text : texts) {
            characters += text.length();
        }
    }
}
