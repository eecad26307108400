package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads who takes part from ORGANIZER and ATTENDEE. A feed does not say whose it is, so nobody is oneself. */
final class PeopleMapper {

    private PeopleMapper() {}

    static Participants map(Component event) {
        List<Attendee> attendees = new ArrayList<>(0);
        for (ContentLine line : event.all("ATTENDEE")) {
            attendees.add(new Attendee(person(line), role(line), status(line), false));
        }
        return new Participants(
                event.first("ORGANIZER").map(line -> new Organizer(person(line), false)), attendees, true);
    }

    /** An EMAIL parameter (RFC 7986 section 6.2) says where mail goes if the value is a path or the like. */
    private static Person person(ContentLine line) {
        String uri = line.token();
        int colon = uri.indexOf(':');
        boolean mail = colon >= 0
                && uri.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals("mailto");
        String address = mail ? uri.substring(colon + 1).strip() : uri;
        String email = line.parameter("EMAIL");
        return new Person(mail || email.isEmpty() ? address : email, line.parameter("CN"));
    }

    private static AttendeeRole role(ContentLine line) {
        String type = line.parameter("CUTYPE").toUpperCase(Locale.ROOT);
        if (type.equals("ROOM") || type.equals("RESOURCE")) {
            return AttendeeRole.RESOURCE;
        }
        return switch (line.parameter("ROLE").toUpperCase(Locale.ROOT)) {
            case "CHAIR" -> AttendeeRole.CHAIR;
            case "OPT-PARTICIPANT" -> AttendeeRole.OPTIONAL;
            case "NON-PARTICIPANT" -> AttendeeRole.INFORMED;
            default -> AttendeeRole.REQUIRED;
        };
    }

    private static ParticipationStatus status(ContentLine line) {
        return switch (line.parameter("PARTSTAT").toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> ParticipationStatus.ACCEPTED;
            case "DECLINED" -> ParticipationStatus.DECLINED;
            case "TENTATIVE" -> ParticipationStatus.TENTATIVE;
            case "DELEGATED" -> ParticipationStatus.DELEGATED;
            default -> ParticipationStatus.NEEDS_ACTION;
        };
    }
}
