package io.calendarsync.google.internal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.http.HttpRequest;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.event.VersionTag;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.google.internal.sync.Fetching;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes under the condition that the event is still the one that was read (RFC 9110 section 13.1.1). Confined to one
 * thread.
 */
public final class Conditional {

    private final Requests requests;
    private final Fetching fetching;
    private final Outcomes outcomes;

    /** Creates what writes. */
    public Conditional(Requests requests, Fetching fetching, Outcomes outcomes) {
        this.requests = requests;
        this.fetching = fetching;
        this.outcomes = outcomes;
    }

    /**
     * Writes, or tells that the event is another now or none.
     *
     * @param known what the event was when it was read
     * @param write the request, without its condition
     * @param outcome tells what came of an answer that speaks of neither
     */
    WriteAnswer write(
            String calendar, Event base, ObjectNode known, Requests.Call write, Function<Answer, WriteAnswer> outcome) {
        Answer answer = send(write, VersionTag.etag(base.revision().etag()));
        if (answer.status() == 412) {
            Optional<ObjectNode> now = fetching.json(calendar, base.ref().eventId());
            if (now.isEmpty()) {
                return outcomes.missing(calendar);
            }
            if (Current.isCancelled(now.get()) && !Current.isCancelled(known)) {
                return new WriteAnswer.Missing();
            }
            // Etags move on by themselves after a write: where nothing else has changed, nobody has written since.
            if (!Current.sameButForStamps(known, now.get())) {
                return new WriteAnswer.Stale();
            }
            answer = send(write, Json.text(now.get(), "etag"));
        }
        if (answer.status() == 412) {
            return new WriteAnswer.Stale();
        }
        return Fetching.isMissing(answer) ? outcomes.missing(calendar) : outcome.apply(answer);
    }

    private Answer send(Requests.Call write, String etag) {
        return requests.send(() -> {
            HttpRequest request = write.build();
            if (!etag.isEmpty()) {
                request.getHeaders().setIfMatch(etag);
            }
            return request;
        });
    }
}
