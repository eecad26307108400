package io.calendarsync.testkit.provider;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import java.util.List;

/** Attendees' answers. */
final class Answers {

    private Answers() {}

    static EventBuilder set(EventBuilder event, String address, ParticipationStatus status) {
        Participants all = event.build().participants();
        List<Attendee> attendees = all.attendees().stream()
                .map(each -> each.person().address().equals(address)
                        ? new Attendee(each.person(), each.role(), status, each.self())
                        : each)
                .toList();
        return event.participants(new Participants(all.organizer(), attendees, all.complete()));
    }
}
