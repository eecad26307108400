package io.calendarsync.engine.record;

import io.calendarsync.model.Details;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventDraftBuilder;
import io.calendarsync.model.Location;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.Person;
import io.calendarsync.model.Reminder;
import java.util.Locale;

/** An event as far as drafts say anything of it, and back. */
public final class Portrait {

    private Portrait() {}

    /** Returns an event as a draft that leaves nothing open. */
    public static EventDraft of(Event event) {
        String organizer = event.participants()
                .organizer()
                .map(Organizer::person)
                .map(Person::address)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return EventDraft.builder()
                .time(event.time())
                .title(event.title())
                .description(event.details().description())
                .locations(event.details().locations().toArray(Location[]::new))
                .showAs(event.disposition().showAs())
                .visibility(event.disposition().visibility())
                .reminders(event.details().reminders().toArray(Reminder[]::new))
                .attendees(event.participants().attendees().stream()
                        .filter(one -> organizer.isEmpty()
                                || !one.person()
                                        .address()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(organizer))
                        .toList())
                .build();
    }

    /** Returns an event as it is once all is written that a draft says. */
    public static Event onto(EventDraft draft, Event event) {
        Details details = event.details();
        Disposition disposition = event.disposition();
        Participants people = event.participants();
        return event.toBuilder()
                .time(draft.time().orElse(event.time()))
                .disposition(new Disposition(
                        disposition.status(),
                        draft.showAs().orElse(disposition.showAs()),
                        draft.visibility().orElse(disposition.visibility()),
                        disposition.kind()))
                .details(new Details(
                        draft.title().orElse(details.title()),
                        draft.description().orElse(details.description()),
                        draft.locations().orElse(details.locations()),
                        details.conference(),
                        draft.reminders().orElse(details.reminders()),
                        details.categories(),
                        details.color(),
                        details.attachments()))
                .participants(new Participants(
                        people.organizer(), draft.attendees().orElse(people.attendees()), people.complete()))
                .build();
    }

    /** Returns of a draft the things that are named. */
    public static EventDraft only(EventDraft draft, Iterable<DraftField> fields) {
        EventDraftBuilder some = EventDraft.builder();
        fields.forEach(field -> field.copy(draft, some));
        return some.build();
    }
}
