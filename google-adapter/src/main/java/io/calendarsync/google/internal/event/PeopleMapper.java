package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who takes part: {@code organizer}, {@code attendees} and {@code attendeesOmitted}. */
final class PeopleMapper {

    private PeopleMapper() {}

    // From Google

    static Participants read(ObjectNode event) {
        Optional<Organizer> organizer = event.path("organizer") instanceof ObjectNode one
                ? Optional.of(new Organizer(person(one), Json.flag(one, "self")))
                : Optional.empty();
        List<ObjectNode> entries = Json.objects(event, "attendees");
        List<Attendee> attendees = new ArrayList<>(entries.size());
        entries.forEach(entry -> attendees.add(attendee(entry)));
        return new Participants(organizer, attendees, !Json.flag(event, "attendeesOmitted"));
    }

    private static Attendee attendee(ObjectNode entry) {
        return new Attendee(person(entry), role(entry), status(entry), Json.flag(entry, "self"));
    }

    private static Person person(ObjectNode entry) {
        return new Person(Json.text(entry, "email"), Json.text(entry, "displayName"));
    }

    private static AttendeeRole role(ObjectNode entry) {
        if (Json.flag(entry, "resource")) {
            return AttendeeRole.RESOURCE;
        }
        if (Json.flag(entry, "optional")) {
            return AttendeeRole.OPTIONAL;
        }
        return Json.flag(entry, "organizer") ? AttendeeRole.CHAIR : AttendeeRole.REQUIRED;
    }

    private static ParticipationStatus status(ObjectNode entry) {
        return switch (Json.text(entry, "responseStatus")) {
            case "accepted" -> ParticipationStatus.ACCEPTED;
            case "declined" -> ParticipationStatus.DECLINED;
            case "tentative" -> ParticipationStatus.TENTATIVE;
            default -> ParticipationStatus.NEEDS_ACTION;
        };
    }

    // To Google

    /**
     * Writes who is invited; returns why it cannot. Whoever is there already keeps what the model does not hold, and what
     * they answered; the organizer's own entry stays.
     */
    static Optional<String> write(List<Attendee> wanted, ObjectNode event) {
        if (Json.flag(event, "attendeesOmitted")) {
            return Optional.of("Google shows only some of the attendees of this event");
        }
        Map<String, Attendee> byAddress = new LinkedHashMap<>();
        for (Attendee attendee : wanted) {
            if (!attendee.person().address().contains("@")) {
                return Optional.of("Google invites people by mail address only");
            }
            byAddress.put(key(attendee.person().address()), attendee);
        }
        ArrayNode written = event.arrayNode();
        for (ObjectNode entry : Json.objects(event, "attendees")) {
            Attendee stays = byAddress.remove(key(Json.text(entry, "email")));
            if (stays != null) {
                change(stays, entry);
            }
            if (stays != null || Json.flag(entry, "organizer")) {
                written.add(entry);
            }
        }
        byAddress.values().forEach(attendee -> written.add(entry(attendee)));
        if (!written.isEmpty() || event.has("attendees")) {
            event.set("attendees", written);
        }
        return Optional.empty();
    }

    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static void change(Attendee wanted, ObjectNode entry) {
        Attendee shown = attendee(entry);
        if (!wanted.person().name().isEmpty()
                && !wanted.person().name().equals(shown.person().name())) {
            entry.put("displayName", wanted.person().name());
        }
        if (wanted.role() != shown.role() && !Json.flag(entry, "organizer")) {
            role(wanted.role(), entry);
        }
        // An answer is its giver's: of others' nothing is written, and nobody is asked again by accident.
        boolean answers = shown.self() && wanted.status() != ParticipationStatus.NEEDS_ACTION;
        if (answers && wanted.status() != shown.status()) {
            entry.put("responseStatus", status(wanted.status()));
        }
    }

    private static ObjectNode entry(Attendee wanted) {
        ObjectNode entry = Json.object();
        entry.put("email", wanted.person().address().strip());
        Json.put(entry, "displayName", wanted.person().name());
        role(wanted.role(), entry);
        if (wanted.status() != ParticipationStatus.NEEDS_ACTION) {
            entry.put("responseStatus", status(wanted.status()));
        }
        return entry;
    }

    /** Who is only told is, in Google's words, optional. */
    private static void role(AttendeeRole role, ObjectNode entry) {
        flag(entry, "resource", role == AttendeeRole.RESOURCE);
        flag(entry, "optional", role == AttendeeRole.OPTIONAL || role == AttendeeRole.INFORMED);
    }

    private static void flag(ObjectNode entry, String name, boolean value) {
        if (value) {
            entry.put(name, true);
        } else {
            entry.remove(name);
        }
    }

    private static String status(ParticipationStatus status) {
        return switch (status) {
            case ACCEPTED -> "accepted";
            case DECLINED, DELEGATED -> "declined";
            case TENTATIVE -> "tentative";
            case NEEDS_ACTION -> "needsAction";
        };
    }
}
