package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleMapperTest {

    private static Attendee attendee(String parametersAndValue) {
        return event("ATTENDEE" + parametersAndValue).participants().attendees().get(0);
    }

    @Test
    void an_attendee_has_address_name_role_and_answer() {
        assertThat(attendee(";CN=\"Doe, Jane\";ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED:MAILTO:jane@example.com"))
                .isEqualTo(new Attendee(
                        new Person("jane@example.com", "Doe, Jane"),
                        AttendeeRole.OPTIONAL,
                        ParticipationStatus.ACCEPTED,
                        false));
    }

    @Test
    void an_attendee_who_says_nothing_is_required_and_has_not_answered() {
        assertThat(attendee(":mailto:jane@example.com"))
                .isEqualTo(new Attendee(
                        new Person("jane@example.com", ""),
                        AttendeeRole.REQUIRED,
                        ParticipationStatus.NEEDS_ACTION,
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "CHAIR, CHAIR",
        "req-participant, REQUIRED",
        "NON-PARTICIPANT, INFORMED",
        "X-OTHER, REQUIRED",
    })
    void roles(String role, AttendeeRole meant) {
        assertThat(attendee(";ROLE=" + role + ":mailto:a").role()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"ROOM", "RESOURCE", "room"})
    void a_room_is_a_resource_whatever_its_role(String type) {
        assertThat(attendee(";ROLE=REQ-PARTICIPANT;CUTYPE=" + type + ":mailto:a")
                        .role())
                .isEqualTo(AttendeeRole.RESOURCE);
    }

    @ParameterizedTest
    @CsvSource({"DECLINED, DECLINED", "tentative, TENTATIVE", "DELEGATED, DELEGATED", "X-OTHER, NEEDS_ACTION"})
    void answers(String status, ParticipationStatus meant) {
        assertThat(attendee(";PARTSTAT=" + status + ":mailto:a").status()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "mailto :jane@example.com, jane@example.com",
        "jane@example.com, jane@example.com",
        "invalid:nomail, invalid:nomail",
        "urn:uuid:1, urn:uuid:1",
    })
    void addresses_are_kept_as_received_without_mailto(String value, String address) {
        assertThat(attendee(":" + value).person().address()).isEqualTo(address);
    }

    @Test
    void an_email_parameter_counts_where_the_value_is_no_mail_address() {
        assertThat(attendee(";EMAIL=jane@example.com:/principals/1").person().address())
                .isEqualTo("jane@example.com");
        assertThat(attendee(";EMAIL=other@example.com:mailto:jane@example.com")
                        .person()
                        .address())
                .isEqualTo("jane@example.com");
    }

    @Test
    void an_organizer_leads() {
        assertThat(event("ORGANIZER;CN=Jane:mailto:jane@example.com")
                        .participants()
                        .organizer())
                .contains(new Organizer(new Person("jane@example.com", "Jane"), false));
        assertThat(event("SUMMARY:x").participants().organizer()).isEqualTo(Optional.empty());
    }
}
