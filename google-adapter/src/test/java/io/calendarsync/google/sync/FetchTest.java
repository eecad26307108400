package io.calendarsync.google.sync;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single events as they are now. */
class FetchTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    @Test
    void an_event_reads_the_same_listed_and_fetched() {
        GOOGLE.answersInTurn(lastPage("s1", event("a")), ok(event("a")));
        ProviderSession session = GOOGLE.session();
        Event listed = ((RemoteChange.Present)
                        session.changes(CALENDAR, START).changes().get(0))
                .event();

        assertThat(session.fetch(CALENDAR, "a")).contains(listed);
    }

    @Test
    void a_deleted_event_is_answered_as_cancelled_and_told_as_absent() {
        GOOGLE.answersAll(ok(event("a").replace("confirmed", "cancelled")));

        assertThat(GOOGLE.session().fetch(CALENDAR, "a")).isEmpty();
    }

    @Test
    void a_cancelled_instance_is_fetched_as_cancelled() {
        GOOGLE.answersAll(ok("""
                {"id":"m_1","status":"cancelled","recurringEventId":"m","originalStartTime":{"date":"2026-03-10"}}"""));

        assertThat(GOOGLE.session().fetch(CALENDAR, "m_1").orElseThrow().isCancelled())
                .isTrue();
    }

    @Test
    void one_404_is_no_proof_the_calendar_itself_is_asked_for() {
        GOOGLE.answersInTurn(refusal(404, "notFound"), ok("{\"etag\":\"1\"}"));

        assertThat(GOOGLE.session().fetch(CALENDAR, "a")).isEmpty();
        assertThat(GOOGLE.asked()).hasSize(2);
    }

    @Test
    void where_the_calendar_is_not_to_be_seen_either_nothing_is_said_of_the_event() {
        GOOGLE.answersAll(refusal(404, "notFound"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.fetch(CALENDAR, "a")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_404_while_google_is_in_trouble_proves_nothing() {
        GOOGLE.answersInTurn(refusal(404, "notFound"), refusal(503, "backendError"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.fetch(CALENDAR, "a")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void an_answer_without_an_event_is_a_failure() {
        GOOGLE.answersAll(ok("{\"kind\":\"calendar#event\"}"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.fetch(CALENDAR, "a")).isInstanceOf(ProviderUnavailable.class);
    }
}
