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

    /** Sets where it lives. */
    public EventBuilder ref(EventRef value) {
        this.ref = value;
        return this;
    }

    /** Sets when it takes place. */
    public EventBuilder time(EventTime value) {
        this.time = value;
        return this;
    }

    /** Sets the whole revision. */
    public EventBuilder revision(Revision value) {
        this.revision = value;
        return this;
    }

    /** Sets the iCalendar UID. */
    public EventBuilder uid(String uid) {
        return revision(new Revision(uid, revision.sequence(), revision.etag(), revision.updated()));
    }

    /** Sets the iCalendar SEQUENCE. */
    public EventBuilder sequence(long sequence) {
        return revision(new Revision(revision.uid(), sequence, revision.etag(), revision.updated()));
    }

    /** Sets the provider's version tag. */
    public EventBuilder etag(String etag) {
        return revision(new Revision(revision.uid(), revision.sequence(), etag, revision.updated()));
    }

    /** Sets when the provider's server last changed it. */
    public EventBuilder updated(Instant updated) {
        return revision(new Revision(revision.uid(), revision.sequence(), revision.etag(), Optional.of(updated)));
    }

    /** Sets how it relates to a series. */
    public EventBuilder shape(EventShape value) {
        this.shape = value;
        return this;
    }

    /** Makes it a series. */
    public EventBuilder recurrence(Recurrence recurrence) {
        return shape(new EventShape.Series(recurrence));
    }

    /** Makes it replace one instance of a series. */
    public EventBuilder overrides(String seriesId, RecurrenceId recurrenceId) {
        return shape(new EventShape.Override(seriesId, recurrenceId, false));
    }

    /** Sets how it stands in the calendar. */
    public EventBuilder disposition(Disposition value) {
        this.disposition = value;
        return this;
    }

    /** Sets whether it takes place. */
    public EventBuilder status(EventStatus status) {
        return disposition(new Disposition(status, disposition.showAs(), disposition.visibility(), disposition.kind()));
    }

    /** Sets how it counts in free/busy time. */
    public EventBuilder showAs(ShowAs showAs) {
        return disposition(new Disposition(disposition.status(), showAs, disposition.visibility(), disposition.kind()));
    }

    /** Sets what it is about. */
    public EventBuilder details(Details value) {
        this.details = value;
        return this;
    }

    /** Sets the title. */
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

    /** Sets the description. */
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

    /** Sets the one place where it happens. */
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

    /** Sets who takes part. */
    public EventBuilder participants(Participants value) {
        this.participants = value;
        return this;
    }

    /** Sets what goes beyond the standards' properties. */
    public EventBuilder extensions(Extensions value) {
        this.extensions = value;
        return this;
    }

    /** Sets the named values an application hung on it. */
    public EventBuilder properties(Map<String, String> properties) {
        return extensions(new Extensions(properties, extensions.extras(), extensions.degradations()));
    }

    /** Adds something that could not be understood. */
    public EventBuilder degraded(Degradation.Reason reason, String detail) {
        List<Degradation> all = new ArrayList<>(extensions.degradations());
        all.add(new Degradation(reason, detail));
        return extensions(new Extensions(extensions.properties(), extensions.extras(), all));
    }

    /** Returns the event. */
    public Event build() {
        return new Event(ref, revision, time, shape, disposition, details, participants, extensions);
    }
}
