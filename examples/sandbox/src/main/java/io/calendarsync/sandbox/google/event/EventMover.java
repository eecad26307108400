package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventFinder.Found;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.util.Optional;

/**
 * Moves events, and the instances of a series with them, to another calendar, whose owner organizes them from then on.
 * Behind stays a stub that tells nothing but the id.
 */
final class EventMover {

    private final World world;
    private final EventRendering rendering;
    private final Exceptions exceptions;

    EventMover(World world, EventRendering rendering, Exceptions exceptions) {
        this.world = world;
        this.rendering = rendering;
        this.exceptions = exceptions;
    }

    StoredEvent move(StoredCalendar from, Found found, StoredCalendar to) {
        StoredEvent leaving = movable(found);
        String id = leaving.id();
        Optional<StoredEvent> there = to.events().find(id);
        if (to.id().equals(from.id())
                || there.filter(event -> !event.index().stub()).isPresent()) {
            throw ApiException.of(409, "global", "duplicate", "The requested identifier already exists.");
        }
        StoredEvent arrived = arrive(to, found.tree());
        from.events().exceptionsOf(id).forEach(exception -> arrive(to, exception.tree()));
        exceptions.goWith(from, id);
        ObjectNode stub = leaving.tree().put("status", "cancelled");
        from.events()
                .put(new StoredEvent(
                        id,
                        world.nextVersion(),
                        Json.bytes(stub),
                        leaving.index().moved()));
        world.eventsChanged(from);
        world.eventsChanged(to);
        return arrived;
    }

    private static StoredEvent movable(Found found) {
        if (found.isCancelled()) {
            throw ApiException.notFound();
        }
        StoredEvent event = found.stored()
                .filter(stored -> !stored.isException())
                .orElseThrow(() -> ApiException.invalid("Only whole events can be moved."));
        if (!event.index().type().equals("default")) {
            throw ApiException.invalid("Only events of the type default can be moved.");
        }
        if (!Organizing.isOrganizer(found.tree())) {
            throw ApiException.forbidden("forbiddenForNonOrganizer", "Only the organizer can move an event.");
        }
        return event;
    }

    private StoredEvent arrive(StoredCalendar to, ObjectNode tree) {
        tree.set("organizer", EventRendering.organizer(to));
        Drafts.times(to, tree);
        StoredEvent arrived = rendering.finish(to, tree, world.now());
        to.events().put(arrived);
        return arrived;
    }
}
