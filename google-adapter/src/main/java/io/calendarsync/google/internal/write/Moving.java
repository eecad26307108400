package io.calendarsync.google.internal.write;

import com.google.api.services.calendar.Calendar;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.sync.Fetching;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.spi.provider.WriteAnswer.Reason;

/** Moves events between calendars, where they keep their ids. Confined to one thread. */
public final class Moving {

    private final GoogleApi api;
    private final Requests requests;
    private final Fetching fetching;
    private final Outcomes outcomes;

    /** Creates what moves. */
    public Moving(GoogleApi api, Requests requests, Fetching fetching, Outcomes outcomes) {
        this.api = api;
        this.requests = requests;
        this.fetching = fetching;
        this.outcomes = outcomes;
    }

    /** Moves an event to another calendar of the account. */
    public WriteAnswer move(String calendar, Event base, String target, Invitations invitations) {
        boolean ordinary = base.disposition().kind() == EventKind.DEFAULT;
        if (!ordinary || base.shape() instanceof EventShape.Override) {
            return Outcomes.refused(Reason.NOT_EXPRESSIBLE, "Google moves ordinary events and whole series only");
        }
        Answer answer = requests.send(() -> {
            Calendar.Events.Move move =
                    api.calendar().events().move(calendar, base.ref().eventId(), target);
            return GoogleApi.request(move.setSendUpdates(Mails.to(invitations)));
        });
        if (Fetching.isMissing(answer)) {
            fetching.requireCalendar(target);
            return outcomes.missing(calendar);
        }
        return outcomes.written(answer);
    }
}
