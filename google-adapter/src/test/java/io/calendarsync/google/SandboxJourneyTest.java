package io.calendarsync.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CursorLost;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Grant;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From the consent page to the end of the grant, at a server that holds the adapter to Google's rules. */
class SandboxJourneyTest {

    @AutoClose
    private final GoogleSandbox sandbox = GoogleSandbox.start();

    private final GoogleProvider provider = GoogleProvider.builder(sandbox.clientId(), sandbox.clientSecret())
            .rootUrl(sandbox.rootUrl())
            .authorizationUrl(sandbox.authUrl())
            .tokenUrl(sandbox.tokenUrl())
            .revocationUrl(sandbox.revokeUrl())
            .serviceAccount(() -> sandbox.oauth().serviceAccountKey())
            .clock(sandbox.clock())
            .build();
    private final AuthorizationServer server = provider.authorization().orElseThrow();

    private Consent consent(Access access) {
        return new Consent(
                URI.create("http://127.0.0.1:1/back"),
                "state-1",
                "a-verifier-of-some-length".repeat(2),
                access,
                "ada@example.com");
    }

    private String code(Consent consent) throws IOException, InterruptedException {
        sandbox.user("ada@example.com");
        sandbox.oauth().allow();
        String location = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.consentPage(consent)).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String query = URI.create(location).getRawQuery();
        assertThat(query).contains("state=state-1");
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("code="))
                .map(pair -> URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private ProviderSession open(Grant grant) {
        AccessTokens tokens = new AccessTokens() {
            private String token = grant.accessToken();

            @Override
            public String current() {
                return token;
            }

            @Override
            public String insteadOf(String refused) {
                token = server.refresh(grant.refreshToken().orElseThrow()).accessToken();
                return token;
            }
        };
        return provider.open(
                new SessionContext(new ConnectionId("c1"), new Credential.Bearer(tokens), sandbox.clock()));
    }

    @Test
    void a_code_becomes_a_grant_that_reads_refreshes_and_ends() throws Exception {
        Consent consent = consent(Access.READ_WRITE);
        Grant grant = server.exchange(consent, code(consent));
        assertThat(grant.access()).contains(Access.READ_WRITE);
        assertThat(grant.refreshToken()).isPresent();
        ProviderSession session = open(grant);
        assertThat(session.account().id()).isEqualTo("ada@example.com");

        sandbox.user("ada@example.com").expireAccessTokens();
        assertThat(session.calendars(start()).calendars())
                .extracting(RemoteCalendar::owned)
                .contains(true);
        assertThat(sandbox.counters().refreshes()).isEqualTo(1);

        server.revoke(grant.refreshToken().orElseThrow());
        assertThatCode(() -> server.revoke(grant.refreshToken().orElseThrow())).doesNotThrowAnyException();
        assertThatThrownBy(() -> server.refresh(grant.refreshToken().orElseThrow()))
                .isInstanceOf(AuthorizationLost.class);
    }

    @Test
    void a_code_is_good_once_and_only_with_its_verifier() throws Exception {
        Consent consent = consent(Access.READ);
        String code = code(consent);
        Consent stranger = new Consent(
                consent.redirect(), "state-1", "another-verifier-of-some-length".repeat(2), Access.READ, "");

        assertThatThrownBy(() -> server.exchange(stranger, code)).isInstanceOf(AuthorizationLost.class);
        assertThatThrownBy(() -> server.exchange(consent, "made up")).isInstanceOf(AuthorizationLost.class);
    }

    @Test
    void scopes_that_were_unticked_allow_less() throws Exception {
        Consent consent = consent(Access.READ);
        sandbox.user("ada@example.com");
        sandbox.oauth().untick("https://www.googleapis.com/auth/calendar.events.readonly");

        assertThat(server.exchange(consent, code(consent)).access()).isEmpty();
    }

    @Test
    void an_application_with_a_wrong_secret_is_set_up_wrongly() {
        AuthorizationServer wrong = GoogleProvider.builder(sandbox.clientId(), "wrong")
                .tokenUrl(sandbox.tokenUrl())
                .build()
                .authorization()
                .orElseThrow();

        assertThatThrownBy(() -> wrong.refresh("1//r")).isInstanceOf(Misconfigured.class);
    }

    @Test
    void a_service_account_acts_for_a_user_once_it_is_let() {
        sandbox.user("ada@example.com");
        assertThatThrownBy(() -> server.delegate("ada@example.com", Access.READ))
                .isInstanceOf(AuthorizationLost.class);

        sandbox.oauth()
                .delegate(
                        "https://www.googleapis.com/auth/calendar.events.readonly",
                        "https://www.googleapis.com/auth/calendar.calendarlist.readonly");
        Grant grant = server.delegate("ada@example.com", Access.READ);

        assertThat(grant.refreshToken()).isEmpty();
        assertThat(open(grant).account().id()).isEqualTo("ada@example.com");
    }

    @Test
    void calendars_come_and_go_in_the_list_and_a_lost_list_is_read_anew() {
        SandboxCalendar team = sandbox.user("boss@example.com").addCalendar("Team");
        team.share("ada@example.com", "reader");
        Grant grant = granted();
        ProviderSession session = open(grant);
        CalendarListPage first = session.calendars(start());
        assertThat(first.calendars()).extracting(RemoteCalendar::id).contains(team.id(), "ada@example.com");

        team.unshare("ada@example.com");
        CalendarListPage delta = session.calendars(first.next());
        assertThat(delta.gone()).containsExactly(team.id());

        sandbox.user("ada@example.com").invalidateListTokens();
        assertThatThrownBy(() -> session.calendars(delta.next())).isInstanceOf(CursorLost.class);
    }

    @Test
    void every_cut_connection_and_cut_body_is_a_failure_and_the_next_page_is_whole() {
        SandboxCalendar calendar = sandbox.user("ada@example.com").primary();
        for (int day = 10; day < 30; day++) {
            calendar.add("{\"summary\":\"Tea\",\"start\":{\"date\":\"2026-01-%d\"},\"end\":{\"date\":\"2026-01-%d\"}}"
                    .formatted(day, day + 1));
        }
        ProviderSession session = open(granted());
        List<Runnable> cuts = List.of(
                () -> sandbox.faults().next(1).cutBefore(),
                () -> sandbox.faults().next(1).cutAfter(),
                () -> sandbox.faults().next(1).cutHalf(),
                () -> sandbox.faults().next(1).truncate(),
                () -> sandbox.faults().next(1).answer(502));

        for (Runnable cut : cuts) {
            sandbox.faults().clear();
            cut.run();
            // The JDK's client asks once more for what it may ask for again, where a connection ends without a word.
            try {
                session.changes("ada@example.com", start());
            } catch (ProviderUnavailable expected) {
                assertThat(expected).hasNoCause();
            }
            assertThat(session.changes("ada@example.com", start()).changes()).hasSize(20);
        }
    }

    @Test
    void members_nobody_knows_are_kept_and_come_back() {
        SandboxCalendar calendar = sandbox.user("ada@example.com").primary();
        String id = calendar.add(
                "{\"summary\":\"Tea\",\"start\":{\"date\":\"2026-01-10\"},\"end\":{\"date\":\"2026-01-11\"}}");
        calendar.decorate(id, "{\"someday\":{\"deep\":[1,2.50]}}");
        GoogleSession session = (GoogleSession) open(granted());

        session.update(
                "ada@example.com",
                session.fetch("ada@example.com", id).orElseThrow(),
                EventDraft.builder().title("Coffee").build(),
                Invitations.NONE);

        assertThat(calendar.event(id).path("summary").textValue()).isEqualTo("Coffee");
        ChangePage page = session.changes("ada@example.com", start());
        assertThat(page.changes()).hasSize(1);
    }

    private Grant granted() {
        var tokens = sandbox.user("ada@example.com")
                .consent(
                        "https://www.googleapis.com/auth/calendar.events",
                        "https://www.googleapis.com/auth/calendar.calendarlist.readonly");
        return new Grant(
                tokens.accessToken(),
                Duration.ofHours(1),
                Optional.of(tokens.refreshToken()),
                Optional.of(Access.READ_WRITE));
    }

    private Position.Start start() {
        return new Position.Start(new SyncWindow(
                sandbox.clock().instant().minus(Duration.ofDays(30)),
                sandbox.clock().instant().plus(Duration.ofDays(300))));
    }
}
