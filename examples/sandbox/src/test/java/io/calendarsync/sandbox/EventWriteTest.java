package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes: ids, version tags, what is kept and what is refused. */
class EventWriteTest {

    private static final String EVENTS = "calendars/primary/events";

    private static final String TIMES =
            "\"start\": {\"dateTime\": \"2026-01-10T09:00:00+01:00\"}, \"end\": {\"dateTime\": \"2026-01-10T10:00:00+01:00\"}";

    private GoogleSandbox sandbox;
    private SandboxCalendar calendar;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        calendar = sandbox.user("ada@example.com").primary();
        wire = Wire.of(sandbox, "ada@example.com");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String event(String members) {
        return "{" + (members.isEmpty() ? "" : members + ", ") + TIMES + "}";
    }

    private JsonNode insert(String members) {
        return wire.post(EVENTS, event(members)).fine();
    }

    private static String path(JsonNode event) {
        return EVENTS + "/" + event.path("id").asText();
    }

    @Test
    void a_new_event_comes_with_what_only_the_server_knows() {
        JsonNode event = insert("\"summary\": \"Tea\"");

        assertThat(event.path("status").asText()).isEqualTo("confirmed");
        assertThat(event.path("iCalUID").asText()).isEqualTo(event.path("id").asText() + "@google.com");
        assertThat(event.path("sequence").asInt()).isZero();
        assertThat(event.path("created").asText()).isEqualTo("2026-01-05T08:00:00.000Z");
        assertThat(event.path("organizer").path("self").asBoolean()).isTrue();
        assertThat(event.path("reminders").path("useDefault").asBoolean()).isTrue();
        assertThat(event.path("start").path("timeZone").asText()).isEqualTo("Europe/Zurich");
    }

    @Test
    void what_goes_without_saying_is_not_said() {
        JsonNode event = insert("\"transparency\": \"opaque\", \"visibility\": \"default\", \"guestsCanModify\": false,"
                + " \"guestsCanInviteOthers\": true, \"description\": \"\", \"attendees\": [{\"email\": \"ben@example.com\","
                + " \"optional\": false, \"additionalGuests\": 0}]");
        JsonNode said = insert("\"transparency\": \"transparent\", \"guestsCanInviteOthers\": false");

        assertThat(event.has("transparency")).isFalse();
        assertThat(event.has("visibility")).isFalse();
        assertThat(event.has("guestsCanModify")).isFalse();
        assertThat(event.has("guestsCanInviteOthers")).isFalse();
        assertThat(event.has("description")).isFalse();
        assertThat(event.path("attendees").path(0)).hasSize(2);
        assertThat(said.path("transparency").asText()).isEqualTo("transparent");
        assertThat(said.path("guestsCanInviteOthers").asBoolean(true)).isFalse();
    }

    @Test
    void an_id_of_ones_own_is_the_guard_against_a_second_copy() {
        assertThat(insert("\"id\": \"abc012\"").path("id").asText()).isEqualTo("abc012");
        assertThat(wire.post(EVENTS, event("\"id\": \"abc012\"")).refusal()).isEqualTo("409 duplicate");
        assertThat(wire.delete(EVENTS + "/abc012").status()).isEqualTo(204);
        assertThat(wire.post(EVENTS, event("\"id\": \"abc012\"")).refusal()).isEqualTo("409 duplicate");
        for (String bad : List.of("abc", "xyz99", "ABCDE", "ab_cd", "w".repeat(1025))) {
            assertThat(wire.post(EVENTS, event("\"id\": \"" + bad + "\"")).refusal())
                    .isEqualTo("400 invalid");
        }
    }

    @Test
    void a_deleted_event_is_brought_back_by_an_update() {
        JsonNode event = insert("\"summary\": \"Tea\"");
        wire.delete(path(event));

        assertThat(wire.put(path(event), event("\"summary\": \"Tea\""))
                        .fine()
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(wire.put(path(event), event("\"status\": \"confirmed\""))
                        .fine()
                        .path("status")
                        .asText())
                .isEqualTo("confirmed");
        assertThat(wire.get(EVENTS).fine().path("items")).hasSize(1);
    }

    @Test
    void a_write_can_be_meant_for_one_version_only() {
        JsonNode event = insert("");
        String etag = event.path("etag").asText();
        Wire meant = wire.with("If-Match", etag);
        assertThat(meant.patch(path(event), "{\"summary\": \"One\"}").status()).isEqualTo(200);

        assertThat(meant.patch(path(event), "{\"summary\": \"Two\"}").refusal()).isEqualTo("412 conditionNotMet");
        assertThat(meant.put(path(event), event("")).refusal()).isEqualTo("412 conditionNotMet");
        assertThat(meant.delete(path(event)).refusal()).isEqualTo("412 conditionNotMet");
        assertThat(meant.get(path(event)).fine().path("summary").asText()).isEqualTo("One");
        assertThat(wire.with("If-Match", "*").delete(path(event)).status()).isEqualTo(204);
    }

    @Test
    void whoever_has_a_version_is_told_so() {
        JsonNode event = insert("");
        Wire.Reply reply =
                wire.with("If-None-Match", event.path("etag").asText()).get(path(event));

        assertThat(reply.status()).isEqualTo(304);
        calendar.touch(event.path("id").asText());
        assertThat(wire.with("If-None-Match", event.path("etag").asText())
                        .get(path(event))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_update_replaces_and_a_patch_changes() {
        JsonNode event = insert("\"summary\": \"Tea\", \"location\": \"Here\", \"colorId\": \"3\"");

        JsonNode patched = wire.patch(path(event), "{\"summary\": \"Coffee\", \"colorId\": null}")
                .fine();
        assertThat(patched.path("summary").asText()).isEqualTo("Coffee");
        assertThat(patched.path("location").asText()).isEqualTo("Here");
        assertThat(patched.has("colorId")).isFalse();
        JsonNode replaced =
                wire.put(path(event), event("\"summary\": \"Cake\"")).fine();
        assertThat(replaced.has("location")).isFalse();
        assertThat(replaced.path("created")).isEqualTo(event.path("created"));
        assertThat(replaced.path("iCalUID")).isEqualTo(event.path("iCalUID"));
    }

    @Test
    void the_sequence_follows_the_times_and_never_falls() {
        JsonNode event = insert("\"sequence\": 2");
        JsonNode moved = wire.patch(path(event), "{\"end\": {\"dateTime\": \"2026-01-10T11:00:00+01:00\"}}")
                .fine();

        assertThat(moved.path("sequence").asInt()).isEqualTo(3);
        assertThat(wire.patch(path(event), "{\"summary\": \"x\"}")
                        .fine()
                        .path("sequence")
                        .asInt())
                .isEqualTo(3);
        assertThat(wire.put(path(event), event("\"sequence\": 1")).refusal()).isEqualTo("400 invalid");
    }

    @Test
    void reminders_change_the_tag_but_not_the_time_of_the_update() {
        JsonNode event = insert("");
        sandbox.clock().advance(Duration.ofMinutes(5));

        JsonNode after = wire.patch(
                        path(event),
                        "{\"reminders\": {\"useDefault\": false, \"overrides\": [{\"method\": \"popup\", \"minutes\": 5}]}}")
                .fine();

        assertThat(after.path("updated")).isEqualTo(event.path("updated"));
        assertThat(after.path("etag")).isNotEqualTo(event.path("etag"));
    }

    @Test
    void times_are_checked_and_told_in_the_zone_of_the_calendar() {
        String local = "{\"start\": {\"dateTime\": \"2026-03-29T02:30:00\", \"timeZone\": \"America/New_York\"},"
                + " \"end\": {\"dateTime\": \"2026-03-29T03:30:00\", \"timeZone\": \"America/New_York\"}}";
        JsonNode start = wire.post(EVENTS, local).fine().path("start");

        assertThat(start.path("dateTime").asText()).isEqualTo("2026-03-29T08:30:00+02:00");
        assertThat(start.path("timeZone").asText()).isEqualTo("America/New_York");
        assertThat(wire.post(EVENTS, local.replace("03:30", "01:30")).refusal()).isEqualTo("400 timeRangeEmpty");
        assertThat(wire.post(EVENTS, local.replace("America/New_York", "Mars/Olympus"))
                        .refusal())
                .isEqualTo("400 invalid");
        assertThat(wire.post(
                                EVENTS,
                                "{\"start\": {\"dateTime\": \"2026-03-29T02:30:00\"}, \"end\": {\"date\": \"2026-03-30\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(wire.post(EVENTS, "{\"summary\": \"no times\"}").refusal()).isEqualTo("400 required");
        assertThat(wire.post(EVENTS, "{\"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-10\"}}")
                        .refusal())
                .isEqualTo("400 timeRangeEmpty");
    }

    @Test
    void what_is_not_an_event_is_refused() {
        assertThat(wire.post(EVENTS, "{").refusal()).isEqualTo("400 parseError");
        for (String bad : List.of(
                "\"summary\": 3",
                "\"status\": \"maybe\"",
                "\"attendees\": [{\"email\": \"nobody\"}]",
                "\"eventType\": \"fromGmail\"",
                "\"reminders\": {\"overrides\": [{\"method\": \"popup\", \"minutes\": 40321}]}",
                "\"recurrence\": [\"DTSTART:20260101T000000Z\"]",
                "\"extendedProperties\": {\"private\": {\"" + "k".repeat(45) + "\": \"v\"}}",
                "\"extendedProperties\": {\"shared\": {\"k\": \"" + "v".repeat(1025) + "\"}}")) {
            assertThat(wire.post(EVENTS, event(bad)).status()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void members_that_nobody_knows_are_dropped_unless_the_event_has_them() {
        JsonNode event = insert("\"eventLabelId\": \"7\", \"start2\": {}");
        assertThat(event.has("eventLabelId")).isFalse();
        calendar.decorate(event.path("id").asText(), "{\"eventLabelId\": \"7\"}");

        Wire any = wire.unchecked();
        ObjectNode sentBack = (ObjectNode) any.get(path(event)).fine();
        assertThat(any.put(path(event), sentBack.toString())
                        .fine()
                        .path("eventLabelId")
                        .asText())
                .isEqualTo("7");
        sentBack.remove("eventLabelId");
        assertThat(any.put(path(event), sentBack.toString()).fine().has("eventLabelId"))
                .isFalse();
    }

    @Test
    void extended_properties_are_removed_by_null_and_found_by_value() {
        JsonNode event = insert("\"extendedProperties\": {\"private\": {\"a\": \"1\", \"b\": \"2\"}}");

        assertThat(wire.get(EVENTS + "?privateExtendedProperty=a%3D1").fine().path("items"))
                .hasSize(1);
        wire.patch(path(event), "{\"extendedProperties\": {\"private\": {\"a\": null}}}")
                .fine();
        JsonNode found = wire.get(EVENTS + "?privateExtendedProperty=a%3D1").fine();
        assertThat(found.path("items")).isEmpty();
        assertThat(found.has("nextSyncToken")).isFalse();
    }

    @Test
    void conferences_are_ignored_without_their_version_and_come_after_the_answer_with_it() {
        String request = "\"conferenceData\": {\"createRequest\": {\"requestId\": \"r1\"}}";
        assertThat(insert(request).has("conferenceData")).isFalse();

        JsonNode answer =
                wire.post(EVENTS + "?conferenceDataVersion=1", event(request)).fine();
        assertThat(answer.at("/conferenceData/createRequest/status/statusCode").asText())
                .isEqualTo("pending");
        JsonNode later = wire.get(path(answer)).fine();
        assertThat(later.at("/conferenceData/createRequest/status/statusCode").asText())
                .isEqualTo("success");
        assertThat(later.path("hangoutLink").asText()).startsWith("https://meet.google.com/");
        assertThat(wire.with("If-Match", answer.path("etag").asText())
                        .delete(path(answer))
                        .status())
                .isEqualTo(412);
        JsonNode kept = wire.put(path(answer), event("")).fine();
        assertThat(kept.has("conferenceData")).isTrue();
        JsonNode dropped =
                wire.put(path(answer) + "?conferenceDataVersion=1", event("")).fine();
        assertThat(dropped.has("conferenceData")).isFalse();
        assertThat(dropped.has("hangoutLink")).isFalse();
    }

    @Test
    void mails_are_kept_as_the_writer_asked_for_them() {
        sandbox.user("ben@example.com");
        String guests =
                "\"attendees\": [{\"email\": \"ada@example.com\"}, {\"email\": \"ben@example.com\"}, {\"email\": \"eve@other.example\"}]";
        JsonNode event = wire.post(EVENTS + "?sendUpdates=all", event(guests)).fine();
        wire.patch(path(event) + "?sendUpdates=externalOnly", "{\"summary\": \"x\"}")
                .fine();
        wire.patch(path(event), "{\"summary\": \"y\"}").fine();
        wire.delete(path(event) + "?sendUpdates=all");

        assertThat(sandbox.outbox())
                .extracting(Mail::kind)
                .containsExactly(Mail.Kind.INVITATION, Mail.Kind.UPDATE, Mail.Kind.CANCELLATION);
        assertThat(sandbox.outbox().get(0).recipients()).containsExactly("ben@example.com", "eve@other.example");
        assertThat(sandbox.outbox().get(1).recipients()).containsExactly("eve@other.example");
        assertThat(event.at("/attendees/0/self").asBoolean()).isTrue();
        assertThat(event.at("/attendees/1/responseStatus").asText()).isEqualTo("needsAction");
        assertThat(wire.post(EVENTS + "?sendUpdates=some", event("")).status()).isEqualTo(400);
    }

    @Test
    void too_many_guests_are_left_out_and_what_is_left_out_is_not_changed() {
        String guests = "\"attendees\": [{\"email\": \"ada@example.com\"}, {\"email\": \"ben@example.com\"}]";
        JsonNode event = insert(guests);

        ObjectNode cut = (ObjectNode) wire.get(path(event) + "?maxAttendees=1").fine();
        assertThat(cut.path("attendeesOmitted").asBoolean()).isTrue();
        assertThat(cut.path("attendees")).hasSize(1);
        ((ObjectNode) cut.path("attendees").path(0)).put("responseStatus", "accepted");
        wire.put(path(event), cut.toString()).fine();
        JsonNode whole = wire.get(path(event)).fine();
        assertThat(whole.path("attendees")).hasSize(2);
        assertThat(whole.at("/attendees/0/responseStatus").asText()).isEqualTo("accepted");
        assertThat(whole.has("attendeesOmitted")).isFalse();
    }

    @Test
    void a_guest_changes_nothing_that_is_shared() {
        String id = calendar.add(
                event(
                        "\"organizer\": {\"email\": \"boss@other.example\"}, \"attendees\": [{\"email\": \"ada@example.com\"}]"));

        assertThat(wire.patch(EVENTS + "/" + id, "{\"summary\": \"Mine\"}").refusal())
                .isEqualTo("403 forbiddenForNonOrganizer");
        assertThat(wire.patch(EVENTS + "/" + id, "{\"colorId\": \"5\"}").status())
                .isEqualTo(200);
        calendar.edit(id, "{\"summary\": \"The boss has spoken\"}");
        assertThat(wire.get(EVENTS + "/" + id).fine().path("summary").asText()).isEqualTo("The boss has spoken");
    }

    @Test
    void an_import_brings_the_copy_of_its_uid_up_to_date_and_tells_nobody() {
        String body = event("\"iCalUID\": \"u1@other.example\", \"summary\": \"One\"");
        JsonNode first = wire.post(EVENTS + "/import", body).fine();
        JsonNode second =
                wire.post(EVENTS + "/import", body.replace("One", "Two")).fine();

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("summary").asText()).isEqualTo("Two");
        assertThat(second.path("status").asText()).isEqualTo("confirmed");
        assertThat(second.path("start")).isEqualTo(first.path("start"));
        assertThat(wire.get(EVENTS + "?iCalUID=u1@other.example").fine().path("items"))
                .hasSize(1);
        assertThat(wire.post(EVENTS + "/import", event("")).refusal()).isEqualTo("400 required");
        assertThat(sandbox.outbox()).isEmpty();
    }

    @Test
    void a_moved_event_leaves_a_stub_of_its_id() {
        SandboxCalendar other = sandbox.user("ada@example.com").addCalendar("Other");
        JsonNode event = insert("\"summary\": \"Tea\"");
        String token = wire.get(EVENTS).fine().path("nextSyncToken").asText();

        JsonNode moved = wire.post(path(event) + "/move?destination=" + Wire.encoded(other.id()), "")
                .fine();

        assertThat(moved.path("id")).isEqualTo(event.path("id"));
        assertThat(moved.at("/organizer/email").asText()).isEqualTo(other.id());
        JsonNode stub =
                wire.get(EVENTS + "?syncToken=" + token).fine().path("items").path(0);
        assertThat(stub.path("status").asText()).isEqualTo("cancelled");
        assertThat(wire.get(path(event)).fine().has("summary")).isFalse();
        assertThat(wire.put(path(event), event("\"status\": \"confirmed\"")).status())
                .isEqualTo(404);
        other.move(event.path("id").asText(), calendar);
        assertThat(wire.get(path(event)).fine().path("summary").asText()).isEqualTo("Tea");
    }

    @Test
    void readers_do_not_write() {
        SandboxCalendar foreign = sandbox.user("ben@example.com").primary();
        foreign.share("ada@example.com", "reader");
        Wire reading = new Wire(
                sandbox,
                sandbox.user("ada@example.com")
                        .consent("calendar.events.readonly")
                        .accessToken());

        assertThat(wire.post("calendars/ben@example.com/events", event("")).refusal())
                .isEqualTo("403 requiredAccessLevel");
        assertThat(reading.post(EVENTS, event("")).refusal()).isEqualTo("403 insufficientPermissions");
        assertThat(reading.get("users/me/calendarList").status()).isEqualTo(403);
    }
}
