package io.calendarsync.sandbox.google.event;

import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Query;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.state.Etags;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a write is meant.
 *
 * @param sendUpdates who is told by mail
 * @param conference whether the client knows about conferences
 * @param attachments whether the client knows about attachments
 * @param precondition refuses the version tag that is not the one meant
 */
public record WriteOptions(String sendUpdates, boolean conference, boolean attachments, Consumer<String> precondition) {

    private static final List<String> SEND_UPDATES = List.of("all", "externalOnly", "none");

    /** As a person does it by hand: nothing is left out, nobody is told. */
    public static WriteOptions byHand() {
        return new WriteOptions("none", true, true, etag -> {});
    }

    /** Reads the parameters and the precondition of a request. */
    public static WriteOptions of(Request request) {
        Query query = request.query();
        String old = query.flag("sendNotifications").orElse(false) ? "all" : "none";
        OptionalInt version = query.number("conferenceDataVersion", 0);
        if (version.orElse(0) > 1) {
            throw ApiException.parameter("conferenceDataVersion", "Values must be within the range: [0, 1]");
        }
        return new WriteOptions(
                query.oneOf("sendUpdates", SEND_UPDATES).orElse(old),
                version.orElse(0) == 1,
                query.flag("supportsAttachments").orElse(false),
                etag -> Etags.ifMatch(request, etag));
    }
}
