package io.calendarsync.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Access;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Canaries go through everything the adapter can do, and whatever is answered, none of them is ever heard. */
class SecrecyTest {

    private static final String TOKEN = "c4n4ry-token";
    private static final String REFRESH = "c4n4ry-refresh";
    private static final String SECRET = "c4n4ry-secret";
    private static final String CODE = "c4n4ry-code";
    private static final String VERIFIER = "c4n4ry-verifier";
    private static final String TITLE = "c4n4ry-title";
    private static final String GUEST = "c4n4ry-guest@example.com";
    private static final String WATCH = "c4n4ryWatch";
    private static final String ANSWERED = "c4n4ry-answered";

    private static final String EVENT = event(
                    "a", "\"description\":\"" + ANSWERED + "\"", "\"attendees\":[{\"email\":\"" + GUEST + "\"}]")
            .replace("Event a", TITLE);

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    static Stream<ResponseDefinitionBuilder> answers() {
        String token = "{\"access_token\":\"" + ANSWERED + "\",\"refresh_token\":\"" + ANSWERED + "\",\"scope\":\""
                + ANSWERED + "\"}";
        Stream<ResponseDefinitionBuilder> wanted = Stream.of(lastPage(ANSWERED, EVENT), ok(EVENT), ok(token));
        Stream<ResponseDefinitionBuilder> broken = Stream.of(
                ok(EVENT.substring(0, 150)),
                ok(token.substring(0, token.length() - 2)),
                ok("{\"nextSyncToken\":\"" + ANSWERED + "\",\"items\":[{\"id\":\"" + ANSWERED + "\",\"x\":"),
                ok("<html>" + ANSWERED),
                ok(ANSWERED).withHeader("Content-Encoding", "gzip"),
                ok(EVENT).withHeader("Content-Type", ANSWERED + "; charset=" + ANSWERED),
                aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/" + ANSWERED));
        Stream<ResponseDefinitionBuilder> refused = Stream.of(
                        400, 401, 403, 404, 408, 409, 410, 412, 413, 418, 429, 500, 503)
                .map(status -> json(status, """
                                {"error":{"code":%d,"message":"%s","errors":[{"reason":"%s","message":"%s"}]},"error_description":"%s"}""".formatted(status, ANSWERED, ANSWERED, ANSWERED, ANSWERED))
                        .withHeader("WWW-Authenticate", "Bearer error=\"" + ANSWERED + "\"")
                        .withHeader("Retry-After", ANSWERED));
        Stream<ResponseDefinitionBuilder> codes = Stream.of("invalid_grant", "invalid_client", ANSWERED)
                .map(code -> json(400, "{\"error\":\"" + code + "\",\"error_description\":\"" + ANSWERED + "\"}"));
        Stream<ResponseDefinitionBuilder> faults =
                Stream.of(Fault.values()).map(fault -> aResponse().withFault(fault));
        return Stream.of(wanted, broken, refused, codes, faults).flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatever_is_answered_nothing_of_it_and_of_what_was_asked_is_heard(ResponseDefinitionBuilder answer) {
        GOOGLE.answersAll(answer);

        String heard = everything();

        assertThat(heard).doesNotContainIgnoringCase("c4n4ry");
        assertThat(passed())
                .as("canaries that went out")
                .contains(TOKEN, REFRESH, SECRET, CODE, VERIFIER, TITLE, GUEST, WATCH);
    }

    @Test
    void what_is_answered_does_pass_through() {
        GOOGLE.answersAll(lastPage(ANSWERED, EVENT));
        GOOGLE.answers("calendars/anna@example.com/events/a", EVENT);

        GoogleSession session = session();

        Event event = ((RemoteChange.Present)
                        session.changes(CALENDAR, START).changes().get(0))
                .event();
        assertThat(event.title()).isEqualTo(TITLE);
        assertThat(event.participants().attendees().get(0).person().address()).isEqualTo(GUEST);
        assertThat(event.details().description().content()).isEqualTo(ANSWERED);
    }

    @Test
    void a_server_nobody_can_reach_is_no_reason_to_talk() {
        try (LogEars ears = new LogEars()) {
            act(provider(URI.create("http://127.0.0.1:1/")));

            assertThat(ears.all() + told).doesNotContainIgnoringCase("c4n4ry");
            assertThat(told).hasSizeGreaterThan(10);
        }
    }

    /** Without this, the silence above could be that of ears nobody opened. */
    @Test
    void the_ears_do_hear() {
        try (LogEars ears = new LogEars()) {
            LoggerFactory.getLogger("test").trace("heard {}", "slf4j");
            java.util.logging.Logger.getLogger("com.google.api.client.http.HttpTransport")
                    .config("heard jul");
            System.out.println("heard out");
            System.err.println("heard err");

            assertThat(ears.all()).contains("heard slf4j", "heard jul", "heard out", "heard err");
        }
    }

    // All the adapter can do

    private String everything() {
        try (LogEars ears = new LogEars()) {
            act(provider(GOOGLE.address("/")));
            return ears.all() + told;
        }
    }

    private static GoogleProvider provider(URI root) {
        return GoogleProvider.builder("client-1", SECRET)
                .rootUrl(root)
                .tokenUrl(root.resolve("/token"))
                .revocationUrl(root.resolve("/revoke"))
                .timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5))
                .build();
    }

    private static GoogleSession session() {
        return (GoogleSession) provider(GOOGLE.address("/")).open(context());
    }

    private static SessionContext context() {
        AccessTokens tokens = new AccessTokens() {
            @Override
            public String current() {
                return TOKEN;
            }

            @Override
            public String insteadOf(String refused) {
                return TOKEN + "-2";
            }
        };
        return new SessionContext(new ConnectionId("c1"), new Credential.Bearer(tokens), () -> GoogleServer.NOW);
    }

    private void act(GoogleProvider provider) {
        AuthorizationServer server = provider.authorization().orElseThrow();
        Consent consent =
                new Consent(URI.create("https://host.example/back"), "c4n4ry-state", VERIFIER, Access.READ, "");
        attempt(() -> server.exchange(consent, CODE).toString());
        attempt(() -> server.refresh(REFRESH).toString());
        attempt(() -> {
            server.revoke(REFRESH);
            return "revoked";
        });
        GoogleSession session = (GoogleSession) provider.open(context());
        tell(provider + " " + server + " " + session + " " + context() + " " + consent);
        attempt(() -> session.account().getClass().getSimpleName());
        attempt(() -> session.calendars(START).getClass().getSimpleName());
        attempt(() -> session.changes(CALENDAR, START).getClass().getSimpleName());
        attempt(() -> session.changes(CALENDAR, new Position.Cursor("e1;0;s1"))
                .getClass()
                .getSimpleName());
        attempt(() -> session.fetch(CALENDAR, "a").getClass().getSimpleName());
        write(session);
        WatchRequest watch = new WatchRequest(
                Optional.of(CALENDAR), "w1", WATCH, URI.create("https://host.example/n"), Duration.ofDays(1));
        attempt(() -> session.watch(watch).getClass().getSimpleName());
        attempt(() -> {
            session.stop(new WatchChannel("w1", "r1", GoogleServer.NOW));
            return "stopped";
        });
        Interval day = new Interval(GoogleServer.NOW, GoogleServer.NOW.plus(Duration.ofDays(1)));
        attempt(() -> session.freeBusy(List.of(CALENDAR), day).getClass().getSimpleName());
    }

    private void write(GoogleSession session) {
        EventDraft draft = EventDraft.builder()
                .time(new EventTime.AllDay(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11)))
                .title(TITLE)
                .attendees(List.of(new Attendee(
                        new Person(GUEST, ""), AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION, false)))
                .build();
        Event base = new EventReader(ZoneNames.bundled()).read(Json.parse(EVENT).orElseThrow());
        Creation creation = new Creation("ab".repeat(32), "mark", draft, Invitations.ALL);
        attempt(() -> session.create(CALENDAR, creation).getClass().getSimpleName());
        attempt(() -> session.update(CALENDAR, base, draft, Invitations.ALL)
                .getClass()
                .getSimpleName());
        attempt(() ->
                session.delete(CALENDAR, base, Invitations.NONE).getClass().getSimpleName());
        attempt(() -> session.move(CALENDAR, base, "team", Invitations.NONE)
                .getClass()
                .getSimpleName());
        attempt(() -> session.importCopy(CALENDAR, "uid", draft).getClass().getSimpleName());
    }

    private void attempt(Attempt attempt) {
        try {
            tell(attempt.run());
        } catch (CalendarSyncException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            tell(trace + " " + e.source());
        }
    }

    private void tell(String text) {
        told.add(text);
    }

    private static Set<String> passed() {
        StringBuilder wire = new StringBuilder();
        for (LoggedRequest request : GOOGLE.asked()) {
            wire.append(request.getUrl())
                    .append(request.getHeaders())
                    .append(request.getBodyAsString())
                    .append('\n');
        }
        String all = wire.toString().replace("%40", "@").toLowerCase(Locale.ROOT);
        Set<String> passed = new TreeSet<>();
        for (String canary : List.of(TOKEN, REFRESH, SECRET, CODE, VERIFIER, TITLE, GUEST, WATCH)) {
            if (all.contains(canary.toLowerCase(Locale.ROOT))) {
                passed.add(canary);
            }
        }
        return passed;
    }

    private interface Attempt {
        String run();
    }
}
