package io.calendarsync.model;

import java.util.List;
import java.util.Optional;

/**
 * Who takes part.
 *
 * @param organizer who leads; absent for an entry nobody was invited to
 * @param attendees who is asked, in the source's order
 * @param complete false where the provider cut the list
 * @since 0.1
 */
public record Participants(Optional<Organizer> organizer, List<Attendee> attendees, boolean complete) {
    /**
     * Copies the list.
     *
     * @param organizer who leads; absent for an entry nobody was invited to
     * @param attendees who is asked, in the source's order
     * @param complete false where the provider cut the list
     */
    public Participants {
        attendees = List.copyOf(attendees);
    }

    /** {@return nobody} */
    public static Participants none() {
        return new Participants(Optional.empty(), List.of(), true);
    }

    /** {@return the owner's own entry among the attendees} */
    public Optional<Attendee> self() {
        return attendees.stream().filter(Attendee::self).findFirst();
    }
}
