package io.calendarsync.engine.work;

import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionState;
import io.calendarsync.Diagnosis;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Review;
import io.calendarsync.engine.record.Trouble;
import java.util.ArrayList;
import java.util.List;

/** Puts into sentences what the records of a calendar say. */
record Findings(CalendarRecord calendar, ConnectionRecord connection) {

    Diagnosis diagnosis(SyncedCalendar view) {
        return new Diagnosis(view, sentences(), advice());
    }

    private List<String> sentences() {
        List<String> found = new ArrayList<>();
        if (connection.state() != ConnectionState.ACTIVE) {
            found.add("The connection is " + connection.state() + ", so nothing is read.");
        }
        Trouble trouble = calendar.trouble();
        if (trouble.failures() > 0) {
            found.add(
                    "Reading has failed " + (trouble.failures() == 1 ? "once" : trouble.failures() + " times in a row")
                            + " since " + trouble.since() + ", last with " + trouble.kind() + ": " + trouble.message());
        }
        calendar.review()
                .filter(Review::isPlanned)
                .ifPresent(review -> found.add(review.missing() + " of "
                        + review.stored() + " events were missing from the provider's answer at " + review.since()
                        + "; nothing was deleted. " + review.agreed() + " listings have agreed since, "
                        + (review.needed() == 0 ? "which never suffices here." : review.needed() + " are needed.")));
        if (!calendar.remark().isEmpty()) {
            found.add(calendar.remark());
        }
        calendar.round()
                .ifPresent(round -> found.add(
                        "A round is under way: " + round.phase() + " " + round.coverage() + ", " + round.pages()
                                + " pages so far, begun at " + round.span().asOf() + "."));
        if (calendar.pulse().generations() == 0) {
            found.add("The calendar has never been read to the end.");
        } else {
            found.add(calendar.pulse().events() + " events are stored, last in step at "
                    + calendar.pulse().read() + ".");
        }
        return found;
    }

    private String advice() {
        if (connection.state() == ConnectionState.PAUSED) {
            return "Resume the connection when it is to be read again.";
        }
        if (calendar.review().filter(Review::isPlanned).isPresent()) {
            return "Look at the plan with preview, then confirm it to delete the missing events or discard it to keep"
                    + " them.";
        }
        if (calendar.state() == CalendarState.PARKED) {
            return switch (calendar.trouble().kind()) {
                case "NotFound" -> "The calendar no longer exists for this account: check its address, or disconnect.";
                case "AccessDenied", "AuthorizationLost" ->
                    "The provider refuses access: connect again with a valid address or consent.";
                case "Misconfigured" -> "Correct the application's set-up: the message says what is wrong.";
                default -> "The provider refuses the request: the message says why.";
            };
        }
        return calendar.trouble().failures() > 0 ? "Wait: it is tried again by itself." : "";
    }
}
