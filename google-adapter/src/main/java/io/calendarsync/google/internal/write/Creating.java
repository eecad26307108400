package io.calendarsync.google.internal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Event;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.event.EventDrafter;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.EventDraft;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.spi.provider.WriteAnswer.Reason;
import java.util.Optional;

/** Creates events, and brings in copies of others. Confined to one thread. */
public final class Creating {

    private final GoogleApi api;
    private final Requests requests;
    private final EventDrafter drafter;
    private final Outcomes outcomes;

    /** Creates what creates. */
    public Creating(GoogleApi api, Requests requests, EventDrafter drafter, Outcomes outcomes) {
        this.api = api;
        this.requests = requests;
        this.drafter = drafter;
        this.outcomes = outcomes;
    }

    /** Returns the id an event of that creation has. */
    public String idOf(Creation creation) {
        return EventNames.idOf(creation);
    }

    /** Creates an event under the id of its creation. An id is taken for ever, also by an event that was deleted. */
    public WriteAnswer create(String calendar, Creation creation) {
        ObjectNode body = Json.object().put("id", idOf(creation));
        Optional<WriteAnswer> refused = draft(creation.draft(), body).or(() -> Limits.refuse(creation.marker()));
        if (refused.isPresent()) {
            return refused.get();
        }
        body.putObject("extendedProperties").putObject("private").put(OwnMarker.PROPERTY, creation.marker());
        Answer answer = requests.send(() -> {
            Calendar.Events.Insert insert = api.calendar().events().insert(calendar, new Event());
            insert.setSendUpdates(Mails.to(creation.invitations()));
            insert.setConferenceDataVersion(1).setSupportsAttachments(true);
            return GoogleApi.request(insert, body);
        });
        // The other 409 says that something else was written at that moment, and nothing of the id.
        if (answer.status() == 409 && !answer.refusal().says("conflict")) {
            return new WriteAnswer.Exists();
        }
        return outcomes.written(answer);
    }

    /** Brings a copy in under a UID; nobody is told, whoever is on its list. */
    public WriteAnswer importCopy(String calendar, String uid, EventDraft draft) {
        ObjectNode body = Json.object().put("iCalUID", uid);
        Optional<WriteAnswer> refused = draft(draft, body);
        if (refused.isPresent()) {
            return refused.get();
        }
        return outcomes.written(requests.send(() -> {
            Calendar.Events.CalendarImport copy =
                    api.calendar().events().calendarImport(calendar, new Event().setICalUID(uid));
            copy.setConferenceDataVersion(1).setSupportsAttachments(true);
            return GoogleApi.request(copy, body);
        }));
    }

    private Optional<WriteAnswer> draft(EventDraft draft, ObjectNode body) {
        if (draft.time().isEmpty()) {
            return Optional.of(Outcomes.refused(Reason.INVALID, "an event is created with its time"));
        }
        return drafter.create(draft, body).map(why -> Outcomes.refused(Reason.NOT_EXPRESSIBLE, why));
    }
}
