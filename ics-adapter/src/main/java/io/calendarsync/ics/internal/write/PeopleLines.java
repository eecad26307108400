package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Participants;
import io.calendarsync.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes who takes part: ORGANIZER and ATTENDEE (RFC 5545 section 3.8.4). */
final class PeopleLines {

    /** What programs write for a person whose address is none. */
    static final String NOBODY = "invalid:nomail";

    private static final Pattern SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");

    private PeopleLines() {}

    static List<String> of(Participants participants) {
        List<String> lines = new ArrayList<>();
        participants.organizer().filter(who -> isSomebody(who.person())).ifPresent(organizer -> {
            lines.add(finished(Line.of("ORGANIZER"), organizer.person()));
        });
        for (Attendee attendee : participants.attendees()) {
            if (isSomebody(attendee.person())) {
                lines.add(attendee(attendee));
            }
        }
        return lines;
    }

    /** Returns an address as a URI, empty where it makes none. */
    static Optional<String> uri(String address) {
        String bare = withoutMailto(address.strip());
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        String uri = SCHEME.matcher(bare).matches() ? bare : "mailto:" + bare;
        return UriValue.of(uri).filter(uri::equals);
    }

    /** Some senders write the scheme twice, so that one is left in the address. */
    private static String withoutMailto(String address) {
        String bare = address;
        while (bare.regionMatches(true, 0, "mailto:", 0, 7)) {
            bare = bare.substring(7).strip();
        }
        return bare;
    }

    private static boolean isSomebody(Person person) {
        return !person.address().isBlank() || !person.name().isBlank();
    }

    private static String attendee(Attendee attendee) {
        Line line = Line.of("ATTENDEE")
                .parameter("CUTYPE", attendee.role() == AttendeeRole.RESOURCE ? "RESOURCE" : "")
                .parameter("ROLE", role(attendee.role()))
                .parameter("PARTSTAT", attendee.status().name().replace('_', '-'));
        return finished(line, attendee.person());
    }

    private static String role(AttendeeRole role) {
        return switch (role) {
            case CHAIR -> "CHAIR";
            case OPTIONAL -> "OPT-PARTICIPANT";
            case INFORMED -> "NON-PARTICIPANT";
            case REQUIRED, RESOURCE -> "REQ-PARTICIPANT";
        };
    }

    /** An address that is no URI, as some senders have them, goes where any text may (RFC 7986 section 6.2). */
    private static String finished(Line line, Person person) {
        Optional<String> uri = uri(person.address());
        return line.parameter("CN", person.name())
                .parameter("EMAIL", uri.isPresent() ? "" : person.address())
                .value(uri.orElse(NOBODY));
    }
}
