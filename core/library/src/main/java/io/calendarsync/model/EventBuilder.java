package io.calendarsync.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an {@link Event}; confined to one thread. Every method returns the builder itself.
 *
 * @since 0.1
 */
public final class EventBuilder {

    private EventRef ref;
    private Revision revision = Revision.of("");
    private EventTime time;
    private EventShape shape = new EventShape.Single();
    private Disposition disposition = Disposition.ordinary();
    private Details details = Details.of("");
    private Participants participants = Participants.none();
    private Extensions extensions = Extensions.none();

    EventBuilder(EventRef ref, EventTime time) {
        this.ref = ref;
        this.time = time;
    }

    EventBuilder(Event event) {
        this.ref = event.ref();
        this.revision = event.revision();
        this.time = event.time();
        this.shape = event.shape();
        this.disposition = event.disposition();
        this.details = event.details();
        this.participants = event.participants();
        this.extensions = event.extensions();
    }

    /**
     * Sets where it lives.
     *
     * @param ref the calendar and the id within it
     * @return this builder
     */
    public EventBuilder ref(EventRef ref) {
        this.ref = ref;
        return this;
    }

    /**
     * Sets when it takes place.
     *
     * @param time zoned, floating or whole days; of a series, its first instance
     * @return this builder
     */
    public EventBuilder time(EventTime time) {
        this.time = time;
        return this;
    }

    /**
     * Sets the whole revision.
     *
     * @param revision the UID and the versions the source gave
     * @return this builder
     */
    public EventBuilder revision(Revision revision) {
        this.revision = revision;
        return this;
    }

    /**
     * Sets the iCalendar UID.
     *
     * @param uid empty where unknown
     * @return this builder
     */
    public EventBuilder uid(String uid) {
        return revision(new Revision(uid, revision.sequence(), revision.etag(), revision.updated()));
    }

    /**
     * Sets the iCalendar SEQUENCE.
     *
     * @param sequence 0 where unknown
     * @return this builder
     */
    public EventBuilder sequence(long sequence) {
        return revision(new Revision(revision.uid(), sequence, revision.etag(), revision.updated()));
    }

    /**
     * Sets the provider's version tag.
     *
     * @param etag empty where the provider gives none
     * @return this builder
     */
    public EventBuilder etag(String etag) {
        return revision(new Revision(revision.uid(), revision.sequence(), etag, revision.updated()));
    }

    /**
     * Sets when the provider's server last changed it.
     *
     * @param updated by the server's clock
     * @return this builder
     */
    public EventBuilder updated(Instant updated) {
        return revision(new Revision(revision.uid(), revision.sequence(), revision.etag(), Optional.of(updated)));
    }

    /**
     * Sets how it relates to a series.
     *
     * @param shape single, a series, or an override
     * @return this builder
     */
    public EventBuilder shape(EventShape shape) {
        this.shape = shape;
        return this;
    }

    /**
     * Makes it a series.
     *
     * @param recurrence how it repeats
     * @return this builder
     */
    public EventBuilder recurrence(Recurrence recurrence) {
        return shape(new EventShape.Series(recurrence));
    }

    /**
     * Makes it replace one instance of a series.
     *
     * @param seriesId the provider's id of the series
     * @param recurrenceId the original start of the instance it replaces
     * @return this builder
     */
    public EventBuilder overrides(String seriesId, RecurrenceId recurrenceId) {
        return shape(new EventShape.Override(seriesId, recurrenceId, false));
    }

    /**
     * Sets how it stands in the calendar.
     *
     * @param disposition status, free/busy, visibility and kind
     * @return this builder
     */
    public EventBuilder disposition(Disposition disposition) {
        this.disposition = disposition;
        return this;
    }

    /**
     * Sets whether it takes place.
     *
     * @param status confirmed, tentative or cancelled
     * @return this builder
     */
    public EventBuilder status(EventStatus status) {
        return disposition(new Disposition(status, disposition.showAs(), disposition.visibility(), disposition.kind()));
    }

    /**
     * Sets how it counts in free/busy time.
     *
     * @param showAs busy, free or what lies between
     * @return this builder
     */
    public EventBuilder showAs(ShowAs showAs) {
        return disposition(new Disposition(disposition.status(), showAs, disposition.visibility(), disposition.kind()));
    }

    /**
     * Sets what it is about.
     *
     * @param details title, description, places and the rest
     * @return this builder
     */
    public EventBuilder details(Details details) {
        this.details = details;
        return this;
    }

    /**
     * Sets the title.
     *
     * @param title one line, empty for none
     * @return this builder
     */
    public EventBuilder title(String title) {
        return details(new Details(
                title,
                details.description(),
                details.locations(),
                details.conference(),
                details.reminders(),
                details.categories(),
                details.color(),
                details.attachments()));
    }

    /**
     * Sets the description.
     *
     * @param description plain or HTML; {@link Text#none()} for none
     * @return this builder
     */
    public EventBuilder description(Text description) {
        return details(new Details(
                details.title(),
                description,
                details.locations(),
                details.conference(),
                details.reminders(),
                details.categories(),
                details.color(),
                details.attachments()));
    }

    /**
     * Sets the one place where it happens.
     *
     * @param location replaces all places it had
     * @return this builder
     */
    public EventBuilder location(Location location) {
        return details(new Details(
                details.title(),
                details.description(),
                List.of(location),
                details.conference(),
                details.reminders(),
                details.categories(),
                details.color(),
                details.attachments()));
    }

    /**
     * Sets who takes part.
     *
     * @param participants organizer and attendees; {@link Participants#none()} for nobody
     * @return this builder
     */
    public EventBuilder participants(Participants participants) {
        this.participants = participants;
        return this;
    }

    /**
     * Sets what goes beyond the standards' properties.
     *
     * @param extensions properties, extras and degradations; replaces all three
     * @return this builder
     */
    public EventBuilder extensions(Extensions extensions) {
        this.extensions = extensions;
        return this;
    }

    /**
     * Sets the named values an application hung on it.
     *
     * @param properties by name; replaces those it had
     * @return this builder
     */
    public EventBuilder properties(Map<String, String> properties) {
        return extensions(new Extensions(properties, extensions.extras(), extensions.degradations()));
    }

    /**
     * Adds something that could not be understood.
     *
     * @param reason what kind of trouble it was
     * @param detail what it was about, one line, without content of the event
     * @return this builder
     */
    public EventBuilder degraded(Degradation.Reason reason, String detail) {
        List<Degradation> all = new ArrayList<>(extensions.degradations());
        all.add(new Degradation(reason, detail));
        return extensions(new Extensions(extensions.properties(), extensions.extras(), all));
    }

    /** {@return the event} */
    public Event build() {
        return new Event(ref, revision, time, shape, disposition, details, participants, extensions);
    }
}
