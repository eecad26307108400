package io.calendarsync.google.internal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.http.HttpRequest;
import com.google.api.services.calendar.Calendar;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.event.EventDrafter;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.event.VersionTag;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.google.internal.sync.Fetching;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.spi.provider.WriteAnswer.Reason;
import java.io.IOException;
import java.util.Optional;

/**
 * Changes and deletes events: whole resources under the condition that nobody has written since, for Google's patch costs
 * three times as much and knows no merge either. Confined to one thread.
 */
public final class Changing {

    private final GoogleApi api;
    private final Fetching fetching;
    private final EventReader reader;
    private final EventDrafter drafter;
    private final Conditional conditional;
    private final Outcomes outcomes;

    /** Creates what changes. */
    public Changing(
            GoogleApi api,
            Fetching fetching,
            EventReader reader,
            EventDrafter drafter,
            Conditional conditional,
            Outcomes outcomes) {
        this.api = api;
        this.fetching = fetching;
        this.reader = reader;
        this.drafter = drafter;
        this.conditional = conditional;
        this.outcomes = outcomes;
    }

    /** Changes what a draft says of an event, and sends back all else as it was. */
    public WriteAnswer update(String calendar, Event base, EventDraft draft, Invitations invitations) {
        Optional<ObjectNode> kept = Json.parse(base.extensions().extras().json());
        Optional<ObjectNode> current =
                kept.isPresent() ? kept : fetching.json(calendar, base.ref().eventId());
        if (current.isEmpty()) {
            return outcomes.missing(calendar);
        }
        String etag = VersionTag.etag(base.revision().etag());
        if (kept.isEmpty()
                && !etag.isEmpty()
                && !Json.text(current.get(), "etag").equals(etag)) {
            return new WriteAnswer.Stale();
        }
        ObjectNode body = current.get().deepCopy();
        Optional<String> complaint = drafter.change(draft, reader.read(current.get()), body);
        if (complaint.isPresent() || Json.flag(body, "attendeesOmitted")) {
            String why = complaint.orElse("Google shows only some of the attendees of this event");
            return Outcomes.refused(Reason.NOT_EXPRESSIBLE, why);
        }
        return conditional.write(
                calendar, base, current.get(), () -> put(calendar, base, body, invitations), outcomes::written);
    }

    private HttpRequest put(String calendar, Event base, ObjectNode body, Invitations invitations) throws IOException {
        Calendar.Events.Update update = api.calendar()
                .events()
                .update(calendar, base.ref().eventId(), new com.google.api.services.calendar.model.Event());
        update.setSendUpdates(Mails.to(invitations));
        update.setConferenceDataVersion(1).setSupportsAttachments(true);
        if (body.has("eventLabelId")) {
            update.setEventLabelVersion(1);
        }
        return GoogleApi.request(update, body);
    }

    /** Deletes an event, or takes an instance out of its series. */
    public WriteAnswer delete(String calendar, Event base, Invitations invitations) {
        ObjectNode kept = Json.parse(base.extensions().extras().json()).orElseGet(Json::object);
        return conditional.write(
                calendar,
                base,
                kept,
                () -> GoogleApi.request(api.calendar()
                        .events()
                        .delete(calendar, base.ref().eventId())
                        .setSendUpdates(Mails.to(invitations))),
                done -> done.isSuccess() ? new WriteAnswer.Missing() : outcomes.refusedOrFault(done.refusal()));
    }
}
