package io.calendarsync.engine.plan;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.Participants;
import java.util.Comparator;
import java.util.List;

/** Attendees in an order of their own: providers give them in any. */
final class CanonicalPeople {

    private static final Comparator<Attendee> ORDER = Comparator.comparing(
                    (Attendee attendee) -> attendee.person().address())
            .thenComparing(attendee -> attendee.person().name())
            .thenComparing(attendee -> attendee.role().name())
            .thenComparing(attendee -> attendee.status().name())
            .thenComparing(Attendee::self);

    private CanonicalPeople() {}

    static void write(Participants participants, ByteSink out) {
        List<Attendee> attendees = inOrder(participants.attendees());
        out.flag(participants.complete());
        out.number(attendees.size());
        for (Attendee attendee : attendees) {
            Canonical.person(attendee.person(), out);
            out.constant(attendee.role());
            out.constant(attendee.status());
            out.flag(attendee.self());
        }
    }

    static List<Attendee> inOrder(List<Attendee> attendees) {
        return attendees.size() < 2
                ? attendees
                : attendees.stream().sorted(ORDER).toList();
    }
}
