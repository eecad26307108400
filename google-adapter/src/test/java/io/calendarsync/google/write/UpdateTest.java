package io.calendarsync.google.write;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.body;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.query;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.Reminder;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes to events there are, of which nothing else may be lost. */
class UpdateTest {

    private static final String RICH = event("a", """
            "colorId":"7","eventLabelId":"label-1","hangoutLink":"https://meet.example/x","sequence":3,
            "attendees":[{"email":"anna@example.com","organizer":true,"self":true,"responseStatus":"accepted"},
            {"email":"Bob@example.com","responseStatus":"declined","comment":"ill","additionalGuests":2}],
            "conferenceData":{"conferenceId":"x","notes":"n","entryPoints":[{"entryPointType":"video","uri":"https://meet.example/x"}]},
            "reminders":{"useDefault":true},"someday":{"new":[1,2.50,1e3,null,true],"deep":{"x":"\\u00e9"}},
            "extendedProperties":{"private":{"calendarsync":"m","other":"o"},"shared":{"k":"v"}}""");

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static Event read(String json) {
        GOOGLE.answersAll(ok(json));
        Event event = GOOGLE.session().fetch(CALENDAR, "a").orElseThrow();
        GOOGLE.wire().resetAll();
        return event;
    }

    private static WriteAnswer update(Event base, EventDraft draft) {
        return GOOGLE.session(WritableSession.class).update(CALENDAR, base, draft, Invitations.NONE);
    }

    private static EventDraft titled(String title) {
        return EventDraft.builder().title(title).build();
    }

    private static ObjectNode object(String json) {
        return Json.parse(json).orElseThrow();
    }

    @Test
    void only_what_the_draft_says_changes_and_all_else_is_sent_back_as_it_came() {
        Event base = read(RICH);
        GOOGLE.answersAll(ok(RICH));

        update(base, titled("Changed"));

        LoggedRequest put = GOOGLE.lastAsked();
        assertThat(put.getMethod().getName()).isEqualTo("PUT");
        assertThat(body(put)).isEqualTo(object(RICH).put("summary", "Changed"));
        assertThat(put.getBodyAsString()).contains("[1,2.50,1E+3,null,true]");
        assertThat(put.getHeader("If-Match"))
                .isEqualTo(object(RICH).path("etag").textValue());
        assertThat(query(put))
                .isEqualTo(Map.of(
                        "sendUpdates", "none",
                        "conferenceDataVersion", "1",
                        "supportsAttachments", "true",
                        "eventLabelVersion", "1"));
    }

    @Test
    void without_a_label_nothing_is_said_of_labels() {
        Event base = read(event("a"));
        GOOGLE.answersAll(ok(event("a")));

        update(base, titled("Changed"));

        assertThat(query(GOOGLE.lastAsked())).doesNotContainKey("eventLabelVersion");
    }

    @Test
    void a_large_event_is_sent_compressed_and_a_small_one_as_it_is() {
        Event base = read(event("a"));
        GOOGLE.answersAll(ok(event("a")));

        update(base, titled("x"));
        assertThat(GOOGLE.lastAsked().containsHeader("Content-Encoding")).isFalse();

        update(base, titled("x".repeat(5_000)));
        assertThat(GOOGLE.lastAsked().getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(body(GOOGLE.lastAsked()).path("summary").textValue()).hasSize(5_000);
    }

    @Test
    void guests_keep_what_they_answered_and_the_organizer_stays() {
        Event base = read(RICH);
        GOOGLE.answersAll(ok(RICH));

        update(
                base,
                EventDraft.builder()
                        .attendees(List.of(guest("bob@example.com", "Robert"), guest("carol@example.com", "")))
                        .build());

        assertThat(body(GOOGLE.lastAsked()).path("attendees").toString())
                .isEqualTo(Json.parse("""
                        {"a":[{"email":"anna@example.com","organizer":true,"self":true,"responseStatus":"accepted"},
                        {"email":"Bob@example.com","responseStatus":"declined","comment":"ill","additionalGuests":2,
                        "displayName":"Robert"},{"email":"carol@example.com"}]}""").orElseThrow().path("a").toString());
    }

    @Test
    void to_have_no_reminders_is_not_to_have_the_calendars() {
        Event base = read(RICH);
        GOOGLE.answersAll(ok(RICH));

        update(base, EventDraft.builder().reminders(new Reminder[0]).build());

        assertThat(body(GOOGLE.lastAsked()).path("reminders"))
                .isEqualTo(object("{\"useDefault\":false,\"overrides\":[]}"));
    }

    @Test
    void an_event_of_hours_becomes_one_of_days_without_a_trace_of_hours() {
        Event base = read(RICH);
        GOOGLE.answersAll(ok(RICH));

        update(
                base,
                EventDraft.builder()
                        .time(new EventTime.AllDay(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 12)))
                        .build());

        assertThat(body(GOOGLE.lastAsked()).path("start")).isEqualTo(object("{\"date\":\"2026-03-10\"}"));
        assertThat(body(GOOGLE.lastAsked()).path("end")).isEqualTo(object("{\"date\":\"2026-03-12\"}"));
    }

    @Test
    void a_list_of_attendees_that_is_not_whole_is_not_sent_back() {
        Event base = read(event("a", "\"attendeesOmitted\":true", "\"attendees\":[{\"email\":\"anna@example.com\"}]"));

        assertThat(base.participants().complete()).isFalse();
        assertThat(update(base, titled("Changed"))).isInstanceOf(WriteAnswer.Refused.class);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    // The condition

    @Test
    void an_event_that_somebody_else_has_changed_is_stale() {
        Event base = read(RICH);
        GOOGLE.answersInTurn(
                refusal(412, "conditionNotMet"),
                ok(RICH.replace("Event a", "Theirs").replace("\"\\\"33", "\"\\\"44")));

        assertThat(update(base, titled("Ours"))).isEqualTo(new WriteAnswer.Stale());
        assertThat(GOOGLE.asked())
                .extracting(request -> request.getMethod().getName())
                .containsExactly("PUT", "GET");
    }

    @Test
    void a_412_for_an_etag_that_moved_on_by_itself_is_written_once_more_with_the_new_one() {
        Event base = read(RICH);
        String renewed = RICH.replace("\"\\\"33", "\"\\\"44").replace("2026-02-01T10", "2026-02-01T11");
        GOOGLE.answersInTurn(refusal(412, "conditionNotMet"), ok(renewed), ok(renewed));

        assertThat(update(base, titled("Ours"))).isInstanceOf(WriteAnswer.Written.class);
        assertThat(GOOGLE.lastAsked().getHeader("If-Match"))
                .isEqualTo(object(renewed).path("etag").textValue());
        assertThat(GOOGLE.spent()).isEqualTo(4);
    }

    @Test
    void a_412_that_stays_is_stale_and_no_circle() {
        Event base = read(RICH);
        GOOGLE.answersInTurn(refusal(412, "conditionNotMet"), ok(RICH), refusal(412, "conditionNotMet"));

        assertThat(update(base, titled("Ours"))).isEqualTo(new WriteAnswer.Stale());
        assertThat(GOOGLE.asked()).hasSize(3);
    }

    @Test
    void an_event_that_was_deleted_meanwhile_is_missing() {
        Event base = read(RICH);
        GOOGLE.answersInTurn(refusal(412, "conditionNotMet"), ok(RICH.replace("confirmed", "cancelled")));
        assertThat(update(base, titled("Ours"))).isEqualTo(new WriteAnswer.Missing());

        for (int status : new int[] {404, 410}) {
            GOOGLE.answersInTurn(refusal(status, status == 410 ? "deleted" : "notFound"), ok("{\"etag\":\"1\"}"));
            assertThat(update(base, titled("Ours"))).isEqualTo(new WriteAnswer.Missing());
        }
    }

    @Test
    void a_calendar_that_is_not_there_is_a_fault() {
        Event base = read(RICH);
        GOOGLE.answersAll(refusal(404, "notFound"));

        assertThatThrownBy(() -> update(base, titled("Ours"))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_write_whose_answer_is_lost_is_not_repeated() {
        Event base = read(RICH);
        GOOGLE.answersAll(json(503, ""));

        assertThatThrownBy(() -> update(base, titled("Ours"))).isInstanceOf(ProviderUnavailable.class);
        assertThat(GOOGLE.asked()).hasSize(1);
    }

    @Test
    void an_event_whose_json_was_not_kept_is_read_again_before_it_is_written() {
        Event base = read(RICH).toBuilder().extensions(Extensions.none()).build();
        GOOGLE.answersInTurn(ok(RICH), ok(RICH));

        assertThat(update(base, titled("Ours"))).isInstanceOf(WriteAnswer.Written.class);
        assertThat(body(GOOGLE.lastAsked())).isEqualTo(object(RICH).put("summary", "Ours"));
    }

    @Test
    void an_event_whose_json_was_not_kept_and_that_has_changed_is_stale() {
        Event base = read(RICH).toBuilder().extensions(Extensions.none()).build();
        GOOGLE.answersAll(ok(RICH.replace("\"\\\"33", "\"\\\"44")));

        assertThat(update(base, titled("Ours"))).isEqualTo(new WriteAnswer.Stale());
    }

    @ParameterizedTest
    @CsvSource({"403,forbiddenForNonOrganizer,NOT_ALLOWED", "400,invalid,INVALID"})
    void what_google_does_not_take_is_refused(int status, String reason, WriteAnswer.Reason meant) {
        Event base = read(RICH);
        GOOGLE.answersAll(refusal(status, reason));

        assertThat(update(base, titled("Ours")))
                .isInstanceOfSatisfying(
                        WriteAnswer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(meant));
    }

    @Test
    void a_cursor_made_by_another_way_of_reading_does_not_spoil_the_condition() {
        Event base = read(RICH);
        Event older = base.toBuilder()
                .etag(base.revision().etag().replace("~1", "~0"))
                .build();
        GOOGLE.answersAll(ok(RICH));

        update(older, titled("Ours"));

        assertThat(GOOGLE.lastAsked().getHeader("If-Match"))
                .isEqualTo(object(RICH).path("etag").textValue());
    }

    private static Attendee guest(String address, String name) {
        return new Attendee(new Person(address, name), AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION, false);
    }
}
