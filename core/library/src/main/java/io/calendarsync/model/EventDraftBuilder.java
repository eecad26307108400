package io.calendarsync.model;

import java.util.List;
import java.util.Optional;

/**
 * Builds an {@link EventDraft}; what is not said stays open. Confined to one thread. Every method returns the builder
 * itself.
 *
 * @since 0.1
 */
public final class EventDraftBuilder {

    private Optional<EventTime> time = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<Text> description = Optional.empty();
    private Optional<List<Location>> locations = Optional.empty();
    private Optional<ShowAs> showAs = Optional.empty();
    private Optional<Visibility> visibility = Optional.empty();
    private Optional<List<Reminder>> reminders = Optional.empty();
    private Optional<List<Attendee>> attendees = Optional.empty();

    EventDraftBuilder() {}

    EventDraftBuilder(EventDraft draft) {
        time = draft.time();
        title = draft.title();
        description = draft.description();
        locations = draft.locations();
        showAs = draft.showAs();
        visibility = draft.visibility();
        reminders = draft.reminders();
        attendees = draft.attendees();
    }

    /**
     * Says when it is.
     *
     * @param when timed, all-day or floating
     * @return this builder
     */
    public EventDraftBuilder time(EventTime when) {
        time = Optional.of(when);
        return this;
    }

    /**
     * Says what it is called.
     *
     * @param line one line of text, may be empty
     * @return this builder
     */
    public EventDraftBuilder title(String line) {
        title = Optional.of(line);
        return this;
    }

    /**
     * Describes it.
     *
     * @param text plain or HTML, empty to take away what there was
     * @return this builder
     */
    public EventDraftBuilder description(Text text) {
        description = Optional.of(text);
        return this;
    }

    /**
     * Says where it is.
     *
     * @param places none to take away what there was
     * @return this builder
     */
    public EventDraftBuilder locations(Location... places) {
        locations = Optional.of(List.of(places));
        return this;
    }

    /**
     * Says how it counts.
     *
     * @param as such as busy
     * @return this builder
     */
    public EventDraftBuilder showAs(ShowAs as) {
        showAs = Optional.of(as);
        return this;
    }

    /**
     * Says who may see it.
     *
     * @param to such as the calendar's default
     * @return this builder
     */
    public EventDraftBuilder visibility(Visibility to) {
        visibility = Optional.of(to);
        return this;
    }

    /**
     * Says when the calendar's owner is reminded.
     *
     * @param alerts none for no reminder
     * @return this builder
     */
    public EventDraftBuilder reminders(Reminder... alerts) {
        reminders = Optional.of(List.of(alerts));
        return this;
    }

    /**
     * Says who is invited.
     *
     * @param people without the organizer's own entry, none to take all away
     * @return this builder
     */
    public EventDraftBuilder attendees(List<Attendee> people) {
        attendees = Optional.of(people);
        return this;
    }

    /** {@return the draft} */
    public EventDraft build() {
        return new EventDraft(time, title, description, locations, showAs, visibility, reminders, attendees);
    }
}
