package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Refusal;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Event;
import java.util.Optional;

/** Reads single events. Confined to one thread. */
public final class Fetching {

    private final GoogleApi api;
    private final Requests requests;
    private final EventReader reader;

    /** Creates a reader of single events. */
    public Fetching(GoogleApi api, Requests requests, EventReader reader) {
        this.api = api;
        this.requests = requests;
        this.reader = reader;
    }

    /**
     * Returns an event as it is now; empty where it is not there.
     *
     * @throws io.calendarsync.NotFound if the calendar itself is not
     */
    public Optional<Event> fetch(String calendar, String eventId) {
        Optional<ObjectNode> found = json(calendar, eventId);
        if (found.isEmpty()) {
            requireCalendar(calendar);
        }
        return found.filter(Fetching::stands).map(reader::read);
    }

    /** The same, of an event whose calendar was seen just now. */
    Optional<Event> find(String calendar, String eventId) {
        return json(calendar, eventId).filter(Fetching::stands).map(reader::read);
    }

    /** Returns the JSON of an event, of a cancelled one too; empty where Google knows none. */
    public Optional<ObjectNode> json(String calendar, String eventId) {
        Answer answer =
                requests.send(() -> GoogleApi.request(api.calendar().events().get(calendar, eventId)));
        if (isMissing(answer)) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw requests.faults().of(answer.refusal());
        }
        ObjectNode event = answer.json().orElseThrow(() -> requests.faults().unreadable(answer));
        if (Json.text(event, "id").isEmpty()) {
            throw requests.faults().unreadable(answer);
        }
        return Optional.of(event);
    }

    /** Returns whether an answer says that there is no such event, or no such calendar. */
    public static boolean isMissing(Answer answer) {
        if (answer.status() != 404 && answer.status() != 410) {
            return false;
        }
        Refusal refusal = answer.refusal();
        return refusal.status() == 404 || refusal.reasons().isEmpty() || refusal.says("deleted");
    }

    /**
     * Asks for the calendar itself: a missing event and a missing calendar are answered alike, and one answer proves
     * neither.
     *
     * @throws io.calendarsync.NotFound if it is not there
     */
    public void requireCalendar(String calendar) {
        requests.require(() -> GoogleApi.request(
                api.calendar().events().list(calendar).setMaxResults(1).setFields("etag")));
    }

    private static boolean stands(ObjectNode event) {
        boolean instance = !Json.text(event, "recurringEventId").isEmpty()
                && event.path("originalStartTime").isObject();
        return instance || !Json.text(event, "status").equals("cancelled");
    }
}
