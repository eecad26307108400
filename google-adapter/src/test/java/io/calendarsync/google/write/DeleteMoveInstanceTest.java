package io.calendarsync.google.write;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.query;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.NotFound;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are deleted, moved, and changed one instance at a time. */
class DeleteMoveInstanceTest {

    private static final String INSTANCE = event(
            "m_20260310T080000Z",
            "\"recurringEventId\":\"m\"",
            "\"originalStartTime\":{\"dateTime\":\"2026-03-10T09:00:00+01:00\",\"timeZone\":\"Europe/Zurich\"}");

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static WritableSession session() {
        return GOOGLE.session(WritableSession.class);
    }

    private static Event read(String json) {
        GOOGLE.answersAll(ok(json));
        Event event = GOOGLE.session().fetch(CALENDAR, "a").orElseThrow();
        GOOGLE.wire().resetAll();
        return event;
    }

    // Deleting

    @Test
    void an_event_is_deleted_as_it_was_read() {
        Event base = read(event("a"));
        GOOGLE.answersAll(aResponse().withStatus(204));

        assertThat(session().delete(CALENDAR, base, Invitations.ALL)).isEqualTo(new WriteAnswer.Missing());

        assertThat(GOOGLE.lastAsked().getMethod().getName()).isEqualTo("DELETE");
        assertThat(GOOGLE.lastAsked().getHeader("If-Match")).startsWith("\"33");
        assertThat(query(GOOGLE.lastAsked())).isEqualTo(Map.of("sendUpdates", "all"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void what_is_deleted_already_is_missing_all_the_same(int status) {
        Event base = read(event("a"));
        GOOGLE.answersInTurn(refusal(status, status == 410 ? "deleted" : "notFound"), ok("{\"etag\":\"1\"}"));

        assertThat(session().delete(CALENDAR, base, Invitations.NONE)).isEqualTo(new WriteAnswer.Missing());
    }

    @Test
    void what_somebody_has_changed_is_not_deleted() {
        Event base = read(event("a"));
        GOOGLE.answersInTurn(refusal(412, "conditionNotMet"), ok(event("a", "\"location\":\"new\"")));

        assertThat(session().delete(CALENDAR, base, Invitations.NONE)).isEqualTo(new WriteAnswer.Stale());
    }

    @Test
    void what_may_not_be_deleted_is_refused() {
        Event base = read(event("a"));
        GOOGLE.answersAll(refusal(403, "requiredAccessLevel"));

        assertThat(session().delete(CALENDAR, base, Invitations.NONE)).isInstanceOf(WriteAnswer.Refused.class);
    }

    // Moving

    @Test
    void an_event_is_moved_and_shown_as_it_is_there() {
        Event base = read(event("a"));
        GOOGLE.answersAll(ok(event("a", "\"location\":\"there\"")));

        WriteAnswer answer = session().move(CALENDAR, base, "team@group.calendar.google.com", Invitations.OUTSIDERS);

        assertThat(answer).isInstanceOf(WriteAnswer.Written.class);
        assertThat(GOOGLE.lastAsked().getUrl()).contains("/events/a/move?");
        assertThat(query(GOOGLE.lastAsked()))
                .isEqualTo(Map.of("destination", "team@group.calendar.google.com", "sendUpdates", "externalOnly"));
    }

    @Test
    void instances_and_events_of_special_types_are_not_moved() {
        assertThat(session().move(CALENDAR, read(INSTANCE), "team", Invitations.NONE))
                .isInstanceOf(WriteAnswer.Refused.class);
        assertThat(session().move(CALENDAR, read(event("a", "\"eventType\":\"focusTime\"")), "team", Invitations.NONE))
                .isInstanceOf(WriteAnswer.Refused.class);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void what_is_to_be_moved_and_is_not_there_is_missing_unless_a_calendar_is() {
        Event base = read(event("a"));
        GOOGLE.answersInTurn(refusal(404, "notFound"), ok("{}"), ok("{}"));
        assertThat(session().move(CALENDAR, base, "team", Invitations.NONE)).isEqualTo(new WriteAnswer.Missing());

        GOOGLE.answersAll(refusal(404, "notFound"));
        WritableSession session = session();
        assertThatThrownBy(() -> session.move(CALENDAR, base, "team", Invitations.NONE))
                .isInstanceOf(NotFound.class);
    }

    // Instances

    @Test
    void an_instance_is_asked_for_by_the_start_the_rule_gives_it() {
        GOOGLE.answersAll(ok("{\"items\":[" + INSTANCE + "]}"));

        Event instance = session()
                .instance(
                        CALENDAR,
                        "m",
                        new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneId.of("Europe/Zurich")))
                .orElseThrow();

        assertThat(instance.ref().eventId()).isEqualTo("m_20260310T080000Z");
        assertThat(query(GOOGLE.lastAsked())).isEqualTo(Map.of("originalStart", "2026-03-10T08:00:00Z"));
    }

    @Test
    void an_instance_of_days_is_asked_for_by_its_date() {
        GOOGLE.answersAll(ok("""
                {"items":[{"id":"m_20260310","recurringEventId":"m","originalStartTime":{"date":"2026-03-10"},
                "start":{"date":"2026-03-11"},"end":{"date":"2026-03-12"}}]}"""));

        assertThat(session().instance(CALENDAR, "m", new RecurrenceId.OnDate(LocalDate.of(2026, 3, 10))))
                .isPresent();
        assertThat(query(GOOGLE.lastAsked())).isEqualTo(Map.of("originalStart", "2026-03-10"));
    }

    @Test
    void an_instance_that_is_cancelled_or_not_the_one_is_none() {
        RecurrenceId at = new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneId.of("Europe/Zurich"));
        for (String items : new String[] {
            "",
            INSTANCE.replace("confirmed", "cancelled"),
            INSTANCE.replace("2026-03-10T09:00:00+01:00", "2026-03-11T09:00:00+01:00")
        }) {
            GOOGLE.answersAll(ok("{\"items\":[" + items + "]}"));
            assertThat(session().instance(CALENDAR, "m", at)).isEmpty();
        }
        GOOGLE.answersInTurn(refusal(404, "notFound"), ok("{}"));
        assertThat(session().instance(CALENDAR, "m", at)).isEmpty();
    }

    @Test
    void an_instance_is_changed_and_taken_out_under_its_own_id() {
        Event instance = read(INSTANCE);
        GOOGLE.answersAll(ok(INSTANCE));
        session().update(CALENDAR, instance, EventDraft.builder().title("Once").build(), Invitations.NONE);
        assertThat(GOOGLE.lastAsked().getUrl()).contains("/events/m_20260310T080000Z?");

        GOOGLE.answersAll(aResponse().withStatus(204));
        assertThat(session().delete(CALENDAR, instance, Invitations.NONE)).isEqualTo(new WriteAnswer.Missing());
        assertThat(GOOGLE.lastAsked().getUrl()).contains("/events/m_20260310T080000Z?");
    }
}
