package io.calendarsync.google.internal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.Refusal;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.google.internal.sync.Fetching;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.spi.provider.WriteAnswer.Reason;

/** Tells what came of a write. Confined to one thread. */
public final class Outcomes {

    private static final String[] NOT_ALLOWED = {
        "forbidden",
        "requiredAccessLevel",
        "forbiddenForNonOrganizer",
        "forbiddenForServiceAccounts",
        "cannotChangeOrganizer",
        "cannotChangeOrganizerOfInstance"
    };

    private final Requests requests;
    private final Fetching fetching;
    private final EventReader reader;

    /**
     * Creates what tells.
     *
     * @param fetching finds out whether an event or its calendar is missing
     * @param reader reads what was written
     */
    public Outcomes(Requests requests, Fetching fetching, EventReader reader) {
        this.requests = requests;
        this.fetching = fetching;
        this.reader = reader;
    }

    /** Returns the event that was written, or why none was. */
    WriteAnswer written(Answer answer) {
        if (!answer.isSuccess()) {
            return refusedOrFault(answer.refusal());
        }
        ObjectNode event = answer.json().orElseThrow(() -> requests.faults().unreadable(answer));
        if (Json.text(event, "id").isEmpty()) {
            throw requests.faults().unreadable(answer);
        }
        return new WriteAnswer.Written(reader.read(event));
    }

    /** What is refused for good because of this write is an answer; what is wrong with more than it is a fault. */
    WriteAnswer refusedOrFault(Refusal refusal) {
        if (refusal.status() == 400 || refusal.status() == 413) {
            return refused(Reason.INVALID, "Google finds the event malformed: " + refusal.text());
        }
        if (refusal.status() == 403 && refusal.says(NOT_ALLOWED)) {
            return refused(Reason.NOT_ALLOWED, "The account may not write this: " + refusal.text());
        }
        throw requests.faults().of(refusal);
    }

    /** Returns that an event is missing, once its calendar was seen to be there. */
    WriteAnswer missing(String calendar) {
        fetching.requireCalendar(calendar);
        return new WriteAnswer.Missing();
    }

    static WriteAnswer refused(Reason reason, String why) {
        return new WriteAnswer.Refused(reason, why);
    }
}
