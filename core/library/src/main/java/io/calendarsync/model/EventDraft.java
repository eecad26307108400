package io.calendarsync.model;

import java.util.List;
import java.util.Optional;

/**
 * What a host wants an event to be; what it leaves open is left to the provider and its users. Immutable.
 *
 * @param time when; required to create an event
 * @param title one line of text
 * @param description plain text or HTML
 * @param locations where; an empty list takes away what there was
 * @param showAs how it counts
 * @param visibility who may see it
 * @param reminders the calendar owner's; an empty list means none
 * @param attendees who is invited, without the organizer's own entry
 * @since 0.1
 */
public record EventDraft(
        Optional<EventTime> time,
        Optional<String> title,
        Optional<Text> description,
        Optional<List<Location>> locations,
        Optional<ShowAs> showAs,
        Optional<Visibility> visibility,
        Optional<List<Reminder>> reminders,
        Optional<List<Attendee>> attendees) {

    /**
     * Copies the lists.
     *
     * @param time when; required to create an event
     * @param title one line of text
     * @param description plain text or HTML
     * @param locations where; an empty list takes away what there was
     * @param showAs how it counts
     * @param visibility who may see it
     * @param reminders the calendar owner's; an empty list means none
     * @param attendees who is invited, without the organizer's own entry
     */
    public EventDraft {
        locations = locations.map(List::copyOf);
        reminders = reminders.map(List::copyOf);
        attendees = attendees.map(List::copyOf);
    }

    /** {@return a builder of a draft that leaves everything open} */
    public static EventDraftBuilder builder() {
        return new EventDraftBuilder();
    }

    /** {@return a builder that begins with this draft} */
    public EventDraftBuilder toBuilder() {
        return new EventDraftBuilder(this);
    }

    /** {@return that it is a draft: what it says is nobody's business who prints it} */
    @Override
    public String toString() {
        return "EventDraft[" + (isEmpty() ? "open" : "...") + "]";
    }

    /** {@return whether it leaves everything open} */
    public boolean isEmpty() {
        return equals(builder().build());
    }
}
