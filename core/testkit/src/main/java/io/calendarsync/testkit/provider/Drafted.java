package io.calendarsync.testkit.provider;

import io.calendarsync.model.Details;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Participants;

/** Writes onto an event what a draft says, and nothing else. */
final class Drafted {

    private Drafted() {}

    static EventBuilder onto(Event event, EventDraft draft) {
        Details old = event.details();
        Disposition standing = event.disposition();
        Participants people = event.participants();
        EventBuilder next = event.toBuilder()
                .details(new Details(
                        draft.title().orElse(old.title()),
                        draft.description().orElse(old.description()),
                        draft.locations().orElse(old.locations()),
                        old.conference(),
                        draft.reminders().orElse(old.reminders()),
                        old.categories(),
                        old.color(),
                        old.attachments()))
                .disposition(new Disposition(
                        standing.status(),
                        draft.showAs().orElse(standing.showAs()),
                        draft.visibility().orElse(standing.visibility()),
                        standing.kind()));
        draft.time().ifPresent(next::time);
        draft.attendees()
                .ifPresent(all -> next.participants(new Participants(people.organizer(), all, people.complete())));
        return next;
    }
}
