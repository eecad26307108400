package io.calendarsync.engine.record;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Who takes part. */
final class PeopleJson {

    private PeopleJson() {}

    static void write(JsonOut out, Participants participants) throws IOException {
        if (participants.organizer().isPresent()) {
            Organizer organizer = participants.organizer().get();
            out.object("organizer", () -> {
                write(out, organizer.person());
                out.flag("self", organizer.self());
            });
        }
        out.list("attendees", participants.attendees(), PeopleJson::identity, attendee -> {
            write(out, attendee.person());
            out.constant("role", attendee.role(), AttendeeRole.REQUIRED, Fallbacks.ROLE);
            out.constant("said", attendee.status(), ParticipationStatus.NEEDS_ACTION, Fallbacks.PARTICIPATION);
            out.flag("self", attendee.self());
        });
        out.flag("cut", !participants.complete());
    }

    private static void write(JsonOut out, Person person) throws IOException {
        out.text("mail", person.address());
        out.text("name", person.name());
    }

    private static String identity(Attendee attendee) {
        return attendee.person().address();
    }

    static Participants read(JsonIn in) throws IOException {
        Optional<Organizer> organizer = Optional.empty();
        List<Attendee> attendees = List.of();
        boolean cut = false;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "organizer" -> organizer = Optional.of(in.object(name, PeopleJson::readOrganizer));
                case "attendees" -> attendees = in.list(name, PeopleJson::identity, PeopleJson::readAttendee);
                case "cut" -> cut = in.flag();
                default -> in.unknown(name);
            }
        }
        return new Participants(organizer, attendees, !cut);
    }

    private static Organizer readOrganizer(JsonIn in) throws IOException {
        String address = "";
        String called = "";
        boolean self = false;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "mail" -> address = in.text();
                case "name" -> called = in.text();
                case "self" -> self = in.flag();
                default -> in.unknown(name);
            }
        }
        return new Organizer(new Person(address, called), self);
    }

    private static Attendee readAttendee(JsonIn in) throws IOException {
        String address = "";
        String called = "";
        AttendeeRole role = AttendeeRole.REQUIRED;
        ParticipationStatus said = ParticipationStatus.NEEDS_ACTION;
        boolean self = false;
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "mail" -> address = in.text();
                case "name" -> called = in.text();
                case "role" -> role = in.constant(name, Fallbacks.ROLE);
                case "said" -> said = in.constant(name, Fallbacks.PARTICIPATION);
                case "self" -> self = in.flag();
                default -> in.unknown(name);
            }
        }
        return new Attendee(new Person(address, called), role, said, self);
    }
}
