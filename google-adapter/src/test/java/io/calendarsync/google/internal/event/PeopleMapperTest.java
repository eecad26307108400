package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeopleMapperTest {

    private static final String MEETING = """
            {"organizer":{"email":"anna@example.com","displayName":"Anna"},
            "attendees":[{"email":"anna@example.com","organizer":true,"responseStatus":"accepted"},
            {"email":"me@example.com","self":true,"responseStatus":"needsAction"},
            {"email":"bob@example.com","optional":true,"responseStatus":"tentative","comment":"maybe"},
            {"email":"room@example.com","resource":true,"responseStatus":"declined"}]}""";

    private static ObjectNode object(String json) {
        return Json.parse(json).orElseThrow();
    }

    private static Attendee guest(String address, AttendeeRole role, ParticipationStatus status) {
        return new Attendee(new Person(address, ""), role, status, false);
    }

    @Test
    void people_are_read_with_what_they_are_asked_for_and_what_they_said() {
        assertThat(PeopleMapper.read(object(MEETING)))
                .isEqualTo(new Participants(
                        Optional.of(new Organizer(new Person("anna@example.com", "Anna"), false)),
                        List.of(
                                guest("anna@example.com", AttendeeRole.CHAIR, ParticipationStatus.ACCEPTED),
                                new Attendee(
                                        new Person("me@example.com", ""),
                                        AttendeeRole.REQUIRED,
                                        ParticipationStatus.NEEDS_ACTION,
                                        true),
                                guest("bob@example.com", AttendeeRole.OPTIONAL, ParticipationStatus.TENTATIVE),
                                guest("room@example.com", AttendeeRole.RESOURCE, ParticipationStatus.DECLINED)),
                        true));
    }

    @Test
    void a_list_that_is_cut_says_so_and_an_event_without_people_has_none() {
        assertThat(PeopleMapper.read(object("{\"attendeesOmitted\":true}")).complete())
                .isFalse();
        assertThat(PeopleMapper.read(Json.object())).isEqualTo(Participants.none());
    }

    @Test
    void the_people_read_written_back_change_nothing() {
        ObjectNode event = object(MEETING);

        assertThat(PeopleMapper.write(PeopleMapper.read(event).attendees(), event))
                .isEmpty();

        assertThat(event).isEqualTo(object(MEETING));
    }

    @Test
    void nobodys_answer_is_written_but_the_owners_own() {
        ObjectNode event = object(MEETING);

        PeopleMapper.write(
                List.of(
                        guest("ME@example.com", AttendeeRole.REQUIRED, ParticipationStatus.ACCEPTED),
                        guest("bob@example.com", AttendeeRole.REQUIRED, ParticipationStatus.DECLINED)),
                event);

        assertThat(event.path("attendees")).isEqualTo(object("""
                        {"a":[{"email":"anna@example.com","organizer":true,"responseStatus":"accepted"},
                        {"email":"me@example.com","self":true,"responseStatus":"accepted"},
                        {"email":"bob@example.com","responseStatus":"tentative","comment":"maybe"}]}""").path("a"));
    }

    @Test
    void who_is_only_told_is_optional_and_who_sends_another_has_declined() {
        ObjectNode event = Json.object();

        PeopleMapper.write(
                List.of(guest("a@example.com", AttendeeRole.INFORMED, ParticipationStatus.DELEGATED)), event);

        assertThat(event)
                .isEqualTo(
                        object(
                                "{\"attendees\":[{\"email\":\"a@example.com\",\"optional\":true,\"responseStatus\":\"declined\"}]}"));
    }

    @Test
    void a_list_that_is_cut_and_an_address_that_is_none_cannot_be_written() {
        assertThat(PeopleMapper.write(List.of(), object("{\"attendeesOmitted\":true}")))
                .isPresent();
        assertThat(PeopleMapper.write(
                        List.of(guest("nobody", AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION)),
                        Json.object()))
                .isPresent();
    }
}
