package io.calendarsync.google.fault;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.FaultSource;
import io.calendarsync.RateLimited;
import io.calendarsync.google.FakeTokens;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.Recall;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens the account, and what it costs when it does not. */
class TokenTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    @Test
    void a_token_that_is_refused_is_replaced_and_the_question_asked_again() {
        GOOGLE.answersInTurn(refusal(401, "authError"), lastPage("s1"));

        GOOGLE.session().changes(CALENDAR, START);

        assertThat(GOOGLE.asked())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Bearer ya29.t0ken-0", "Bearer ya29.t0ken-1");
        assertThat(GOOGLE.spent())
                .as("the question asked again is paid for, too")
                .isEqualTo(2);
    }

    @Test
    void a_lasting_401_costs_one_refresh_and_two_requests() {
        GOOGLE.answersAll(refusal(401, "authError"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, START)).isInstanceOf(AuthorizationLost.class);

        assertThat(GOOGLE.asked()).hasSize(2);
        assertThat(GOOGLE.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void where_there_is_no_other_token_the_question_is_not_asked_again() {
        GOOGLE.tokens(new FakeTokens(0));
        GOOGLE.answersAll(refusal(401, "authError"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, START))
                .isInstanceOfSatisfying(
                        AuthorizationLost.class,
                        fault -> assertThat(fault.source().httpStatus()).isEqualTo(401));

        assertThat(GOOGLE.asked()).hasSize(1);
    }

    @Test
    void a_write_that_was_refused_for_its_token_is_written_once_the_token_is_good() {
        GOOGLE.answersInTurn(ok(GoogleServer.event("a")), refusal(401, "authError"), ok(GoogleServer.event("a")));
        WritableSession session = GOOGLE.session(WritableSession.class);
        Event base = session.fetch(CALENDAR, "a").orElseThrow();

        WriteAnswer answer = session.update(
                CALENDAR, base, EventDraft.builder().title("x".repeat(3_000)).build(), Invitations.NONE);

        assertThat(answer).isInstanceOf(WriteAnswer.Written.class);
        assertThat(GOOGLE.asked()).hasSize(3);
        assertThat(GOOGLE.asked().get(2).getBodyAsString())
                .isEqualTo(GOOGLE.asked().get(1).getBodyAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "\u00e9"})
    void what_cannot_be_a_token_is_never_sent_nor_shown(String token) {
        ProviderSession session = open(new AccessTokens() {
            @Override
            public String current() {
                return token;
            }

            @Override
            public String insteadOf(String refused) {
                return token;
            }
        });

        assertThatThrownBy(() -> session.changes(CALENDAR, START))
                .isInstanceOf(AuthorizationLost.class)
                .message()
                .doesNotContain("two words", "line", "\u00e9");
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void where_nothing_is_left_of_the_budget_nothing_is_asked() {
        GOOGLE.answersAll(lastPage("s1"));
        SessionContext broke = new SessionContext(
                new ConnectionId("c1"),
                new Credential.Bearer(new FakeTokens(1)),
                () -> GoogleServer.NOW,
                Recall.nothing(),
                units -> {
                    throw new RateLimited("nothing left", FaultSource.unknown());
                });
        ProviderSession session = GOOGLE.builder().build().open(broke);

        assertThatThrownBy(() -> session.changes(CALENDAR, START)).isInstanceOf(RateLimited.class);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void users_are_counted_apart_and_by_a_name_that_tells_nothing() {
        GOOGLE.answersAll(lastPage("s1"));

        GOOGLE.session().changes(CALENDAR, START);

        assertThat(GOOGLE.lastAsked().getUrl()).containsPattern("quotaUser=[0-9a-f]{32}(&|$)");
    }

    private static ProviderSession open(AccessTokens tokens) {
        return GOOGLE.builder()
                .build()
                .open(new SessionContext(
                        new ConnectionId("c1"), new Credential.Bearer(tokens), () -> GoogleServer.NOW));
    }
}
