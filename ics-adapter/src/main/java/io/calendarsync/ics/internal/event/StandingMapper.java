package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Visibility;

/** Reads how an event stands in its calendar: STATUS, TRANSP, X-MICROSOFT-CDO-BUSYSTATUS, CLASS. */
final class StandingMapper {

    private StandingMapper() {}

    /**
     * Returns an event's standing.
     *
     * @param cancelled whether the calendar it is in cancels what it lists (METHOD:CANCEL)
     */
    static Disposition map(Component event, boolean cancelled) {
        return new Disposition(
                cancelled ? EventStatus.CANCELLED : status(event), showAs(event), visibility(event), EventKind.DEFAULT);
    }

    private static EventStatus status(Component event) {
        return switch (keyword(event, "STATUS")) {
            case "CANCELLED", "CANCELED" -> EventStatus.CANCELLED;
            case "TENTATIVE" -> EventStatus.TENTATIVE;
            default -> EventStatus.CONFIRMED;
        };
    }

    /** Outlook's word is finer than TRANSP, so it wins (MS-OXCICAL). */
    private static ShowAs showAs(Component event) {
        return switch (keyword(event, "X-MICROSOFT-CDO-BUSYSTATUS")) {
            case "FREE" -> ShowAs.FREE;
            case "TENTATIVE" -> ShowAs.TENTATIVE;
            case "BUSY" -> ShowAs.BUSY;
            case "OOF" -> ShowAs.OUT_OF_OFFICE;
            case "WORKINGELSEWHERE" -> ShowAs.WORKING_ELSEWHERE;
            default -> keyword(event, "TRANSP").equals("TRANSPARENT") ? ShowAs.FREE : ShowAs.BUSY;
        };
    }

    /** A class nobody knows is private (RFC 5545 section 3.8.1.3). */
    private static Visibility visibility(Component event) {
        return switch (keyword(event, "CLASS")) {
            case "" -> Visibility.DEFAULT;
            case "PUBLIC" -> Visibility.PUBLIC;
            case "CONFIDENTIAL" -> Visibility.CONFIDENTIAL;
            default -> Visibility.PRIVATE;
        };
    }

    private static String keyword(Component event, String name) {
        return event.first(name).map(ContentLine::keyword).orElse("");
    }
}
