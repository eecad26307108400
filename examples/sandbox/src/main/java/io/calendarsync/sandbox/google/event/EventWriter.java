package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.Mail;
import io.calendarsync.sandbox.google.event.EventFinder.Found;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.Instant;

/** Makes, changes and cancels events. Used under the lock of its world. */
public final class EventWriter {

    private final World world;
    private final Outbox outbox;
    private final EventRendering rendering;
    private final Exceptions exceptions;
    private final Drafts drafts;
    private final EventMover mover;

    /** Works on a world; mails to guests go to an outbox. */
    public EventWriter(World world, Outbox outbox) {
        this.world = world;
        this.outbox = outbox;
        this.rendering = new EventRendering(world);
        this.exceptions = new Exceptions(world, rendering);
        this.drafts = new Drafts();
        this.mover = new EventMover(world, rendering, exceptions);
    }

    /** Makes an event. */
    public StoredEvent insert(StoredCalendar calendar, String creator, ObjectNode body, WriteOptions options) {
        ObjectNode event = drafts.fresh(body, options);
        event.remove("organizer");
        return create(calendar, creator, event, options);
    }

    /** Makes a private copy of an event of somebody else's, or brings the one of its iCalUID up to date. */
    public StoredEvent importCopy(StoredCalendar calendar, String creator, ObjectNode body, WriteOptions options) {
        ObjectNode event = drafts.fresh(body, options);
        if (!event.hasNonNull("iCalUID")) {
            throw ApiException.required("Missing iCalUID.");
        }
        if (!event.path("eventType").asText("default").equals("default")) {
            throw ApiException.invalid("Only events of the type default can be imported.");
        }
        if (event.hasNonNull("organizer")) {
            ObjectNode organizer = (ObjectNode) event.path("organizer");
            organizer.remove("self");
            if (organizer.path("email").asText().equals(calendar.id())) {
                organizer.put("self", true);
            }
        }
        var known = calendar.events().findByUid(event.path("iCalUID").asText());
        if (known.isPresent()) {
            ObjectNode before = known.get().tree();
            drafts.keepReadOnly(before, event);
            EventRendering.setIfAbsent(event, "status", "confirmed");
            Drafts.times(calendar, event);
            return store(calendar, event, world.now());
        }
        return create(calendar, creator, event, options);
    }

    StoredEvent create(StoredCalendar calendar, String creator, ObjectNode event, WriteOptions options) {
        boolean ownId = event.hasNonNull("id");
        if (ownId) {
            EventRules.id(event.path("id").asText());
        } else {
            event.put("id", world.ids().event());
        }
        String id = event.path("id").asText();
        boolean uidTaken = event.hasNonNull("iCalUID")
                && calendar.events().findByUid(event.path("iCalUID").asText()).isPresent();
        if (calendar.events().isTaken(id) || uidTaken) {
            throw ApiException.of(409, "global", "duplicate", "The requested identifier already exists.");
        }
        EventRules.newType(event.path("eventType").asText("default"));
        rendering.begin(calendar, creator, event);
        Drafts.times(calendar, event);
        return conferenced(calendar, event, put(calendar, event, world.now()), Mail.Kind.INVITATION, options);
    }

    /** Replaces an event by what is sent, what only the server writes apart. */
    public StoredEvent update(StoredCalendar calendar, String id, ObjectNode body, WriteOptions options) {
        Found found = found(calendar, id);
        options.precondition().accept(found.etag());
        ObjectNode after = drafts.replacement(found.tree(), body, options);
        return change(calendar, found, after, options, true);
    }

    /** Changes the members of an event that are sent. */
    public StoredEvent patch(StoredCalendar calendar, String id, ObjectNode body, WriteOptions options) {
        Found found = found(calendar, id);
        options.precondition().accept(found.etag());
        ObjectNode after = drafts.patched(found.tree(), body, options);
        return change(calendar, found, after, options, true);
    }

    StoredEvent change(StoredCalendar calendar, Found found, ObjectNode after, WriteOptions options, boolean asGuest) {
        ObjectNode before = found.tree();
        if (after.path("attendeesOmitted").asBoolean()) {
            Organizing.ownAnswerOnly(before, after);
        }
        Drafts.times(calendar, after);
        if (asGuest) {
            Organizing.mayChange(before, after);
        }
        drafts.sequence(before, after);
        if (after.path("status").asText().equals("cancelled") && !found.isCancelled()) {
            return cancel(calendar, after, options);
        }
        Instant updated = drafts.onlyRemindersChanged(before, after)
                ? Instant.parse(before.path("updated").asText())
                : world.now();
        StoredEvent stored = store(calendar, after, updated);
        return conferenced(calendar, after, stored, Mail.Kind.UPDATE, options);
    }

    /** Cancels an event, a series with all its instances, or one instance. */
    public void delete(StoredCalendar calendar, String id, WriteOptions options) {
        Found found = EventFinder.find(calendar, id);
        if (found.isCancelled()) {
            throw ApiException.of(410, "global", "deleted", "Resource has been deleted");
        }
        options.precondition().accept(found.etag());
        ObjectNode after = found.tree();
        after.put("status", "cancelled");
        cancel(calendar, after, options);
    }

    private StoredEvent cancel(StoredCalendar calendar, ObjectNode after, WriteOptions options) {
        StoredEvent cancelled = put(calendar, after, world.now());
        exceptions.goWith(calendar, cancelled.id());
        outbox.send(calendar, after, Mail.Kind.CANCELLATION, options.sendUpdates());
        return cancelled;
    }

    /** Moves an event to another calendar. */
    public StoredEvent move(StoredCalendar from, String id, StoredCalendar to, WriteOptions options) {
        Found found = found(from, id);
        options.precondition().accept(found.etag());
        StoredEvent arrived = mover.move(from, found, to);
        outbox.send(to, arrived.tree(), Mail.Kind.UPDATE, options.sendUpdates());
        return arrived;
    }

    /** What went to another calendar, or with its series, can be seen here as gone, not changed. */
    static Found found(StoredCalendar calendar, String id) {
        Found found = EventFinder.find(calendar, id);
        if (found.stored()
                .filter(event -> event.index().stub() || calendar.events().isHidden(event))
                .isPresent()) {
            throw ApiException.notFound();
        }
        return found;
    }

    private StoredEvent store(StoredCalendar calendar, ObjectNode after, Instant updated) {
        StoredEvent stored = put(calendar, after, updated);
        if (!stored.index().cancelled()) {
            exceptions.comeBack(calendar, stored.id());
            exceptions.keepThoseOf(calendar, after);
        }
        return stored;
    }

    StoredEvent put(StoredCalendar calendar, ObjectNode event, Instant updated) {
        EventRules.check(event);
        StoredEvent stored = rendering.finish(calendar, event, updated);
        calendar.events().put(stored);
        world.eventsChanged(calendar);
        return stored;
    }

    /** Tells the guests. A conference comes to be behind the answer, and the version tag moves on with it. */
    private StoredEvent conferenced(
            StoredCalendar calendar, ObjectNode event, StoredEvent stored, Mail.Kind kind, WriteOptions options) {
        outbox.send(calendar, event, kind, options.sendUpdates());
        if (!Conferences.isRequested(event)) {
            return stored;
        }
        Conferences.pending(event);
        StoredEvent pending = put(calendar, event, world.now());
        Conferences.make(event, world.ids());
        put(calendar, event, world.now());
        return pending;
    }
}
