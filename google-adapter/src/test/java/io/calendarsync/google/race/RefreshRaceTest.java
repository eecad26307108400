package io.calendarsync.google.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarSync;
import io.calendarsync.Connected;
import io.calendarsync.ConnectionState;
import io.calendarsync.Detail;
import io.calendarsync.Tokens;
import io.calendarsync.model.Access;
import io.calendarsync.model.OwnerId;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxTokens;
import io.calendarsync.sandbox.SandboxUser;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two nodes in two processes on one PostgreSQL find the same grant expired at the same moment, a thousand times; the
 * server ends a refresh token when it gives the next.
 */
class RefreshRaceTest {

    private static final int ROUNDS = 1_000;
    private static final String SCOPE = "https://www.googleapis.com/auth/";
    private static final OwnerId OWNER = new OwnerId("ada");

    @Test
    void each_round_costs_one_refresh_and_the_grant_is_alive_at_the_end() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(30))
                        .start();
                GoogleSandbox sandbox = GoogleSandbox.builder()
                        .time(() -> Instant.parse("2026-03-01T08:00:00Z"))
                        .start()) {
            String jdbc = postgres.getJdbcUrl("postgres", "postgres");
            JdbcSyncStore.postgresql(postgres.getPostgresDatabase()).createSchema();
            sandbox.oauth().rotateRefreshTokens(true);
            try (CalendarSync sync = Racer.open(
                    jdbc,
                    sandbox.rootUrl().toString(),
                    sandbox.tokenUrl().toString(),
                    sandbox.clientId(),
                    sandbox.clientSecret(),
                    sandbox.clock())) {
                race(sandbox, sync, jdbc);
            }
        }
    }

    private static void race(GoogleSandbox sandbox, CalendarSync sync, String jdbc) throws Exception {
        Connected connected = connect(sandbox, sync);
        List<String> calendars = connected.calendars().stream()
                .map(calendar -> calendar.id().value())
                .toList();
        try (RacerProcess one = new RacerProcess(arguments(sandbox, jdbc, calendars.get(0)));
                RacerProcess other = new RacerProcess(arguments(sandbox, jdbc, calendars.get(1)))) {
            for (int round = 1; round <= ROUNDS; round++) {
                long before = sandbox.counters().refreshes();
                sandbox.clock().advance(Duration.ofHours(2));
                one.order(sandbox.clock().instant());
                other.order(sandbox.clock().instant());
                assertThat(one.answer()).as("round %d", round).startsWith("DONE");
                assertThat(other.answer()).as("round %d", round).startsWith("DONE");
                assertThat(sandbox.counters().refreshes() - before)
                        .as("refreshes in round %d", round)
                        .isEqualTo(1);
            }
        }
        assertThat(sync.connections().list(OWNER))
                .singleElement()
                .satisfies(connection -> assertThat(connection.state()).isEqualTo(ConnectionState.ACTIVE));
        System.out.println(ROUNDS + " rounds, " + sandbox.counters().refreshes() + " refreshes");
    }

    private static Connected connect(GoogleSandbox sandbox, CalendarSync sync) {
        SandboxUser ada = sandbox.user("ada@example.com");
        ada.addCalendar("Team");
        SandboxTokens tokens = ada.consent(SCOPE + "calendar.events", SCOPE + "calendar.calendarlist.readonly");
        Tokens grant = new Tokens(
                tokens.refreshToken(),
                tokens.accessToken(),
                sandbox.clock().instant().plus(Duration.ofMinutes(50)),
                Access.READ_WRITE);
        return sync.connections().adopt(OWNER, new ProviderId("google"), grant, Detail.FULL);
    }

    private static List<String> arguments(GoogleSandbox sandbox, String jdbc, String calendar) {
        return List.of(
                jdbc,
                sandbox.rootUrl().toString(),
                sandbox.tokenUrl().toString(),
                sandbox.clientId(),
                sandbox.clientSecret(),
                calendar);
    }
}
