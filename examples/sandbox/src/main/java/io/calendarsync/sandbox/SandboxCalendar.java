package io.calendarsync.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.GoogleServer;
import io.calendarsync.sandbox.google.event.ByHand;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.Sharing;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A calendar in the sandbox, edited by hand: whoever watches it is told, whoever syncs it finds out. Events are JSON as
 * the API has it. Calls that Google would refuse throw an {@link IllegalArgumentException}. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxCalendar {

    private final World world;
    private final String id;
    private final ByHand hand;

    SandboxCalendar(GoogleServer server, String id) {
        this.world = server.world();
        this.id = id;
        this.hand = new ByHand(server.world(), server.writer());
    }

    private <T> T with(Function<StoredCalendar, T> work) {
        try {
            return world.locked(() -> work.apply(world.calendar(id)));
        } catch (ApiException refusal) {
            throw new IllegalArgumentException(refusal.status() + " " + refusal.reason() + ": " + refusal.getMessage());
        }
    }

    private void act(Consumer<StoredCalendar> work) {
        with(calendar -> {
            work.accept(calendar);
            return id;
        });
    }

    private static ObjectNode read(String json) {
        return Json.theirs(json.getBytes(UTF_8));
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the title.
     *
     * @return the title
     */
    public String title() {
        return with(StoredCalendar::title);
    }

    /**
     * Returns all events that clients can be told of: masters, changed and cancelled instances, and cancelled events with
     * all their members.
     *
     * @return the events in the order of their last change, copies
     */
    public List<JsonNode> events() {
        return with(calendar -> calendar.events().all().stream()
                .map(event -> (JsonNode) event.tree())
                .toList());
    }

    /**
     * Returns an event, or an instance by its id.
     *
     * @param event its id
     * @return the event, a copy
     */
    public JsonNode event(String event) {
        return with(calendar -> hand.read(calendar, event));
    }

    /**
     * Makes an event. One with another {@code organizer} is an invitation from there.
     *
     * @param json the event
     * @return its id
     */
    public String add(String json) {
        return with(calendar -> hand.add(calendar, read(json)));
    }

    /**
     * Changes the named members of an event or of an instance; null takes one away.
     *
     * @param event its id
     * @param json the members
     */
    public void edit(String event, String json) {
        act(calendar -> hand.edit(calendar, event, read(json)));
    }

    /**
     * Writes members into an event that no schema has to know, as a newer version of the API would have them.
     *
     * @param event its id
     * @param json the members
     */
    public void decorate(String event, String json) {
        act(calendar -> hand.decorate(calendar, event, read(json)));
    }

    /**
     * Deletes an event, a series or an instance.
     *
     * @param event its id
     */
    public void delete(String event) {
        act(calendar -> hand.delete(calendar, event));
    }

    /**
     * Moves an event to another calendar.
     *
     * @param event its id
     * @param to the calendar
     */
    public void move(String event, SandboxCalendar to) {
        act(calendar -> hand.move(calendar, event, world.calendar(to.id)));
    }

    /**
     * Returns the id of an instance.
     *
     * @param series the id of its series
     * @param originalStart when it starts by its series, as {@code 2026-01-10} or {@code 2026-01-10T09:00:00+01:00}
     * @return the id
     */
    public String instance(String series, String originalStart) {
        return with(calendar -> hand.instance(calendar, series, originalStart));
    }

    /**
     * Changes a series from one instance on: the series ends before it and a new one begins with it.
     *
     * @param series the id of the series
     * @param originalStart the first instance that is changed
     * @param json what is changed
     * @return the id of the new series
     */
    public String editFollowing(String series, String originalStart, String json) {
        return with(calendar -> hand.split(calendar, series, originalStart, read(json)));
    }

    /**
     * Gives an event another version tag without changing anything, as Google does now and then.
     *
     * @param event its id
     */
    public void touch(String event) {
        act(calendar -> hand.touch(calendar, event));
    }

    /**
     * Lets somebody do something with it, and puts it into their list. Sync tokens of its events are invalid from then on.
     *
     * @param email who
     * @param role {@code freeBusyReader}, {@code reader}, {@code writer} or {@code owner}; {@code none} takes it away
     */
    public void share(String email, String role) {
        act(calendar -> {
            AccessRole given = AccessRole.of(role).orElseThrow(() -> ApiException.invalid("No such role: " + role));
            new Sharing(world).share(calendar, world.account(email), given);
        });
    }

    /**
     * Takes it away from somebody: it is a deleted entry in their list, and answers 404 from then on.
     *
     * @param email who
     */
    public void unshare(String email) {
        share(email, "none");
    }

    /**
     * Gives it another title. No delta of any list tells of that.
     *
     * @param title the title
     */
    public void rename(String title) {
        act(calendar -> {
            new Sharing(world).rename(calendar, title);
        });
    }

    /** Deletes it for everybody. A primary calendar cannot be deleted. */
    public void deleteCalendar() {
        act(calendar -> {
            new Sharing(world).delete(calendar);
        });
    }

    /** Makes the sync tokens of its events invalid: 410 {@code fullSyncRequired}. */
    public void invalidateSyncTokens() {
        act(calendar -> {
            calendar.invalidateTokens();
        });
    }

    /** Forgets cancelled events, as the server does eventually. Their ids stay taken; tokens from before are invalid. */
    public void forgetCancelled() {
        act(calendar -> {
            calendar.events().forgetCancelled();
        });
    }
}
