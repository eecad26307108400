package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.event.OriginalStart;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.RecurrenceId;
import java.util.Optional;

/** Finds instances of series. Ids of instances look as if they could be made up; Google does not promise that. */
public final class Instances {

    private final GoogleApi api;
    private final Requests requests;
    private final Fetching fetching;
    private final EventReader reader;

    /** Creates what finds. */
    public Instances(GoogleApi api, Requests requests, Fetching fetching, EventReader reader) {
        this.api = api;
        this.requests = requests;
        this.fetching = fetching;
        this.reader = reader;
    }

    /** Returns an instance of a series by the start its rule gives it. */
    public Optional<Event> find(String calendar, String seriesId, RecurrenceId at) {
        Answer answer = requests.send(() -> GoogleApi.request(
                api.calendar().events().instances(calendar, seriesId).setOriginalStart(OriginalStart.parameter(at))));
        if (Fetching.isMissing(answer)) {
            fetching.requireCalendar(calendar);
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw requests.faults().of(answer.refusal());
        }
        ObjectNode page = answer.json().orElseThrow(() -> requests.faults().unreadable(answer));
        return Json.objects(page, "items").stream()
                .map(reader::read)
                .filter(event -> !event.isCancelled())
                .filter(event -> event.shape() instanceof EventShape.Override override
                        && OriginalStart.same(override.recurrenceId(), at))
                .findFirst();
    }
}
