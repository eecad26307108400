package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.util.function.Predicate;

/** What becomes of the stored instances of a series when the series changes. */
final class Exceptions {

    private final World world;
    private final EventRendering rendering;

    Exceptions(World world, EventRendering rendering) {
        this.world = world;
        this.rendering = rendering;
    }

    /** Cancels the instances whose place the series no longer has. */
    void keepThoseOf(StoredCalendar calendar, ObjectNode master) {
        String id = master.path("id").asText();
        boolean recurs = !master.path("recurrence").isEmpty();
        Predicate<String> hasPlace =
                stamp -> recurs && Series.of(master, calendar.zone()).at(stamp).isPresent();
        for (StoredEvent exception : calendar.events().exceptionsOf(id)) {
            String stamp = exception.id().substring(id.length() + 1);
            if (!exception.index().cancelled() && !hasPlace.test(stamp)) {
                cancel(calendar, exception);
            }
        }
    }

    /** Cancels one instance. */
    void cancel(StoredCalendar calendar, StoredEvent exception) {
        ObjectNode tree = exception.tree();
        tree.put("status", "cancelled");
        calendar.events().put(rendering.finish(calendar, tree, world.now()));
    }

    /** A series that is there again has its instances again as they were. */
    void comeBack(StoredCalendar calendar, String master) {
        for (StoredEvent exception : calendar.events().wakeInstancesOf(master)) {
            calendar.events().put(rendering.finish(calendar, exception.tree(), world.now()));
        }
    }

    /** A series that is no more takes its instances along, and says nothing of them. */
    void goWith(StoredCalendar calendar, String master) {
        for (StoredEvent exception : calendar.events().exceptionsOf(master)) {
            ObjectNode tree = exception.tree();
            tree.put("status", "cancelled");
            calendar.events()
                    .hide(
                            exception,
                            new StoredEvent(
                                    exception.id(),
                                    exception.version(),
                                    Json.bytes(tree),
                                    exception.index().gone()));
        }
    }
}
