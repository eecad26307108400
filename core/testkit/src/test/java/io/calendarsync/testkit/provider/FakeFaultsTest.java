package io.calendarsync.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AccessDenied;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.CursorLost;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.StaleVersion;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeFaultsTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Position.Start ALL =
            new Position.Start(new SyncWindow(START, START.plus(Duration.ofDays(30))));

    private final VirtualClock clock = new VirtualClock(START);
    private final FakeCalendars server = new FakeCalendars(clock);
    private final FakeCalendar calendar = server.account("anna").calendar("work");
    private final ProviderSession session =
            new FakeProvider(server).open(context(server.account("anna").credential()));

    private SessionContext context(Credential credential) {
        return new SessionContext(new ConnectionId("c1"), credential, clock);
    }

    @Test
    void statuses_become_the_faults_they_mean() {
        Map<Integer, Class<? extends Exception>> meant = Map.of(
                400, InvalidRequest.class,
                401, AuthorizationLost.class,
                403, AccessDenied.class,
                404, NotFound.class,
                410, CursorLost.class,
                412, StaleVersion.class,
                429, RateLimited.class,
                502, ProviderUnavailable.class,
                503, ProviderUnavailable.class);
        meant.forEach((status, fault) -> {
            server.faults().failNext(ProviderCall.Kind.FETCH, Refusal.of(status));
            assertThatThrownBy(() -> session.fetch("work", "e"))
                    .isInstanceOf(fault)
                    .hasMessageContaining("provider=fake connection=c1 status=" + status);
        });
    }

    @Test
    void a_refusal_may_ask_for_a_pause() {
        server.faults().failNext(ProviderCall.Kind.CHANGES, Refusal.of(429).retryAfter(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> session.changes("work", ALL))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).contains(Duration.ofSeconds(30)));
    }

    @Test
    void faults_fall_where_they_were_told_to_and_only_there() {
        server.faults()
                .failNext(ProviderCall.Kind.CHANGES, Refusal.of(503))
                .failNext(ProviderCall.Kind.CHANGES, new IllegalStateException("a bug"));

        assertThatCode(() -> session.fetch("work", "e")).doesNotThrowAnyException();
        assertThatThrownBy(() -> session.changes("work", ALL)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> session.changes("work", ALL)).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> session.changes("work", ALL)).doesNotThrowAnyException();
    }

    @Test
    void every_third_call_fails() {
        server.faults().failEvery(ProviderCall.Kind.FETCH, 3, () -> Refusal.of(500));
        List<Boolean> failed = new ArrayList<>();
        for (int call = 0; call < 6; call++) {
            try {
                session.fetch("work", "e");
                failed.add(false);
            } catch (ProviderUnavailable expected) {
                failed.add(true);
            }
        }
        assertThat(failed).containsExactly(false, false, true, false, false, true);
        server.faults().clear();
        assertThatCode(() -> session.fetch("work", "e")).doesNotThrowAnyException();
    }

    @Test
    void a_lost_answer_comes_after_the_work_was_done() {
        calendar.behave(Behaviour.builder().tokensKept(1).build());
        Position cursor = session.changes("work", ALL).next();

        server.faults().loseNextAnswer(ProviderCall.Kind.CHANGES, Refusal.of(504));

        assertThatThrownBy(() -> session.changes("work", ALL)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> session.changes("work", cursor))
                .as("the lost answer issued the one token that is known")
                .isInstanceOf(CursorLost.class);
    }

    @Test
    void slow_calls_let_time_pass() {
        server.faults().slow(ProviderCall.Kind.FETCH, Duration.ofSeconds(40), clock);

        session.fetch("work", "e");
        session.changes("work", ALL);

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(40));
    }

    @Test
    void a_plan_sees_every_call_before_and_after_and_may_crash_its_caller() {
        List<String> seen = new ArrayList<>();
        server.plan(new FaultPlan() {
            @Override
            public void before(ProviderCall call) {
                seen.add("before " + call.kind() + " " + call.calendar());
            }

            @Override
            public void after(ProviderCall call) {
                seen.add("after " + call.kind());
                if (call.kind() == ProviderCall.Kind.FETCH) {
                    throw new Crash();
                }
            }
        });

        assertThatThrownBy(() -> session.fetch("work", "e")).isInstanceOf(Crash.class);
        session.close();
        session.close();

        assertThat(seen).containsExactly("before FETCH work", "after FETCH", "before CLOSE ", "after CLOSE");
    }

    @Test
    void calls_are_counted_by_kind_failed_ones_too() {
        server.faults().failNext(ProviderCall.Kind.FETCH, Refusal.of(503));

        assertThatThrownBy(() -> session.fetch("work", "e")).isInstanceOf(ProviderUnavailable.class);
        session.fetch("work", "e");

        assertThat(server.calls())
                .containsEntry(ProviderCall.Kind.FETCH, 2L)
                .containsEntry(ProviderCall.Kind.OPEN, 1L)
                .doesNotContainKey(ProviderCall.Kind.CHANGES);
    }

    @Test
    void a_closed_session_is_of_no_use() {
        session.close();

        assertThatThrownBy(session::account).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void other_addresses_are_refused_without_being_shown() {
        Credential other = new Credential.Feed(URI.create("https://host/secret-token"), ZoneOffset.UTC);

        assertThatThrownBy(() -> new FakeProvider(server).open(context(other)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageNotContaining("secret-token");
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
