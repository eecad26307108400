package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Disposition;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Visibility;
import java.util.Optional;

/** How an event stands in its calendar: {@code status}, {@code transparency}, {@code visibility}, {@code eventType}. */
final class StandingMapper {

    private StandingMapper() {}

    // From Google

    static Disposition read(ObjectNode event) {
        EventKind kind = kind(event);
        return new Disposition(status(event), showAs(event, kind), visibility(event), kind);
    }

    private static EventStatus status(ObjectNode event) {
        return switch (Json.text(event, "status")) {
            case "cancelled" -> EventStatus.CANCELLED;
            case "tentative" -> EventStatus.TENTATIVE;
            default -> EventStatus.CONFIRMED;
        };
    }

    private static ShowAs showAs(ObjectNode event, EventKind kind) {
        if (Json.text(event, "transparency").equals("transparent")) {
            return ShowAs.FREE;
        }
        return switch (kind) {
            case OUT_OF_OFFICE -> ShowAs.OUT_OF_OFFICE;
            case WORKING_LOCATION -> ShowAs.WORKING_ELSEWHERE;
            default -> ShowAs.BUSY;
        };
    }

    private static Visibility visibility(ObjectNode event) {
        return switch (Json.text(event, "visibility")) {
            case "public" -> Visibility.PUBLIC;
            case "private" -> Visibility.PRIVATE;
            case "confidential" -> Visibility.CONFIDENTIAL;
            default -> Visibility.DEFAULT;
        };
    }

    static EventKind kind(ObjectNode event) {
        return switch (Json.text(event, "eventType")) {
            case "", "default" -> EventKind.DEFAULT;
            case "outOfOffice" -> EventKind.OUT_OF_OFFICE;
            case "focusTime" -> EventKind.FOCUS_TIME;
            case "workingLocation" -> EventKind.WORKING_LOCATION;
            case "birthday" -> EventKind.BIRTHDAY;
            case "fromGmail" -> EventKind.FROM_MAIL;
            default -> EventKind.OTHER;
        };
    }

    // To Google

    /** Writes how an event is to count; returns why it cannot. */
    static Optional<String> write(ShowAs wanted, ObjectNode event) {
        if (wanted == ShowAs.FREE) {
            event.put("transparency", "transparent");
            return Optional.empty();
        }
        if (wanted != ShowAs.BUSY) {
            return Optional.of("Google knows busy and free only");
        }
        event.put("transparency", "opaque");
        return showAs(event, kind(event)) == ShowAs.BUSY
                ? Optional.empty()
                : Optional.of("How events of this type count is Google's to say");
    }

    /** Writes who may see an event. */
    static Optional<String> write(Visibility wanted, ObjectNode event) {
        event.put(
                "visibility",
                switch (wanted) {
                    case DEFAULT -> "default";
                    case PUBLIC -> "public";
                    case PRIVATE -> "private";
                    case CONFIDENTIAL -> "confidential";
                });
        return Optional.empty();
    }
}
