package io.calendarsync.google.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.page;
import static io.calendarsync.google.GoogleServer.query;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.google.FakeTokens;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent before its answer is wanted. */
class AheadTest {

    private static final Position SECOND = new Position.NextPage(START, "p2");

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void a_page_told_ahead_is_asked_for_at_once_and_once_and_paid_for_once() {
        GOOGLE.answersInTurn(page("p2", event("a")), lastPage("s1", event("b")));
        ProviderSession session = GOOGLE.session();
        session.changes(CALENDAR, START);

        session.ahead(CALENDAR, SECOND);
        while (GOOGLE.asked().size() < 2) {
            Thread.onSpinWait();
        }
        ChangePage second = session.changes(CALENDAR, SECOND);

        assertThat(second.changes()).extracting(RemoteChange::eventId).containsExactly("b");
        assertThat(GOOGLE.asked()).hasSize(2);
        assertThat(query(GOOGLE.lastAsked())).containsEntry("pageToken", "p2");
        assertThat(GOOGLE.spent()).isEqualTo(2);
    }

    @Test
    void the_same_page_read_again_is_asked_for_again_and_paid_for() {
        GOOGLE.answersAll(lastPage("s1", event("b")));
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);
        session.changes(CALENDAR, SECOND);
        session.changes(CALENDAR, SECOND);

        assertThat(GOOGLE.asked()).hasSize(2);
        assertThat(GOOGLE.spent()).isEqualTo(2);
    }

    @Test
    void what_is_asked_in_between_has_an_answer_of_its_own() {
        GOOGLE.answers("calendars/" + CALENDAR + "/events/series", event("series"));
        GOOGLE.answers(
                "calendars/" + CALENDAR + "/events", "{\"nextSyncToken\":\"s1\",\"items\":[" + event("b") + "]}");
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);

        assertThat(session.fetch(CALENDAR, "series"))
                .hasValueSatisfying(series -> assertThat(series.title()).isEqualTo("Event series"));
        assertThat(session.changes(CALENDAR, SECOND).changes())
                .extracting(RemoteChange::eventId)
                .containsExactly("b");
        assertThat(GOOGLE.asked()).hasSize(2);
    }

    @Test
    void a_token_that_is_another_by_then_is_sent_anew() {
        GOOGLE.answersAll(lastPage("s1", event("b")));
        FakeTokens tokens = new FakeTokens(5);
        GOOGLE.tokens(tokens);
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);
        tokens.insteadOf(tokens.current());
        session.changes(CALENDAR, SECOND);

        assertThat(GOOGLE.asked())
                .extracting(request -> request.getHeader("Authorization"))
                .contains("Bearer " + tokens.current());
        assertThat(GOOGLE.spent()).isEqualTo(2);
    }

    @Test
    void a_token_refused_ahead_is_replaced_when_the_page_is_wanted() {
        GOOGLE.answersInTurn(refusal(401, "authError"), lastPage("s1", event("b")));
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);
        assertThat(GOOGLE.tokens().refreshes()).isZero();
        ChangePage page = session.changes(CALENDAR, SECOND);

        assertThat(page.changes()).hasSize(1);
        assertThat(GOOGLE.tokens().refreshes()).isEqualTo(1);
        assertThat(GOOGLE.asked()).hasSize(2);
    }

    @Test
    void a_refusal_ahead_is_told_when_the_page_is_wanted_and_not_asked_for_again() {
        GOOGLE.answersAll(refusal(429, "rateLimitExceeded").withHeader("Retry-After", "7"));
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);

        assertThatThrownBy(() -> session.changes(CALENDAR, SECOND))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        refused -> assertThat(refused.source().retryAfter()).contains(Duration.ofSeconds(7)));
        assertThat(GOOGLE.asked()).hasSize(1);
    }

    @Test
    void an_answer_that_breaks_off_is_told_when_the_page_is_wanted() {
        GOOGLE.wire().stubFor(any(anyUrl()).willReturn(lastPage("s1").withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);

        assertThatThrownBy(() -> session.changes(CALENDAR, SECOND)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void what_cannot_be_paid_for_is_not_sent_ahead() {
        GOOGLE.answersAll(lastPage("s1", event("b")));
        RateLimited spent = new RateLimited("spent", FaultSource.unknown(), RateLimited.Limit.BUDGET);
        ProviderSession session = GOOGLE.builder().build().open(GOOGLE.context(units -> {
            throw spent;
        }));

        session.ahead(CALENDAR, SECOND);

        assertThatThrownBy(() -> session.changes(CALENDAR, SECOND)).isSameAs(spent);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void a_later_page_told_ahead_takes_the_place_of_the_one_before() {
        GOOGLE.answersAll(lastPage("s1", event("b")));
        ProviderSession session = GOOGLE.session();

        session.ahead(CALENDAR, SECOND);
        session.ahead(CALENDAR, new Position.NextPage(START, "p3"));
        ChangePage page = session.changes(CALENDAR, new Position.NextPage(START, "p3"));

        assertThat(page.changes()).hasSize(1);
        assertThat(List.of(1, 2)).contains(GOOGLE.asked().size());
        assertThat(GOOGLE.spent()).isEqualTo(2);
    }

    /** The answer has been waiting for longer than one may take; it is there all the same. */
    @Test
    void an_answer_that_waited_for_us_is_still_good() {
        GOOGLE.answersAll(lastPage("s1", event("b")));
        ProviderSession session = GOOGLE.builder()
                .timeouts(Duration.ofSeconds(5), Duration.ofMillis(300))
                .build()
                .open(GOOGLE.context());

        session.ahead(CALENDAR, SECOND);
        long end = System.nanoTime() + Duration.ofMillis(600).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(session.changes(CALENDAR, SECOND).changes()).hasSize(1);
        assertThat(GOOGLE.asked()).hasSize(1);
    }

    @Test
    void a_session_that_is_closed_lets_go_of_what_is_on_its_way() {
        GOOGLE.answersAll(lastPage("s1", event("b")).withFixedDelay(20_000));
        ProviderSession session = GOOGLE.session();
        session.ahead(CALENDAR, SECOND);

        session.close();

        GOOGLE.reset();
        GOOGLE.answersAll(lastPage("s2", event("c")));
        assertThat(GOOGLE.session().changes(CALENDAR, SECOND).changes())
                .extracting(RemoteChange::eventId)
                .containsExactly("c");
    }
}
