package io.calendarsync.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.Recall;
import io.calendarsync.spi.provider.RequestBudget;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server that answers as Google documents it, one prepared answer after the other, and remembers what it was asked. */
public final class GoogleServer implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    public static final String CALENDAR = "anna@example.com";
    public static final Position.Start START =
            new Position.Start(new SyncWindow(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(365))));

    private final WireMockServer server;
    private FakeTokens tokens = new FakeTokens(1_000);
    private int spent;
    private int steps;

    public GoogleServer() {
        server = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
        server.start();
    }

    /** Forgets all answers and questions. */
    public void reset() {
        server.resetAll();
        tokens = new FakeTokens(1_000);
        spent = 0;
        steps = 0;
    }

    public WireMockServer wire() {
        return server;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    // What it answers

    /** Answers a path, every time. */
    public void answers(String path, String json) {
        server.stubFor(any(urlPathEqualTo("/calendar/v3/" + path)).willReturn(json(200, json)));
    }

    /** Answers whatever is asked, every time. */
    public void answersAll(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** Answers whatever is asked with these, one after the other; the last for ever. */
    public void answersInTurn(ResponseDefinitionBuilder... answers) {
        String scenario = "turn " + steps++;
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "step " + i)
                    .willSetStateTo("step " + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i]));
        }
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(body);
    }

    public static ResponseDefinitionBuilder ok(String body) {
        return json(200, body);
    }

    /** Returns a refusal as Google words it (error guide). */
    public static ResponseDefinitionBuilder refusal(int status, String reason) {
        return json(status, """
                {"error":{"code":%d,"message":"Words that may change.","errors":[
                {"domain":"calendar","reason":"%s","message":"Words that may change."}]}}""".formatted(status, reason));
    }

    /** Returns the last page of a list. */
    public static ResponseDefinitionBuilder lastPage(String syncToken, String... items) {
        return ok("""
                {"kind":"calendar#events","summary":"Anna","timeZone":"Europe/Zurich",
                "nextSyncToken":"%s","items":[%s]}""".formatted(syncToken, String.join(",", items)));
    }

    /** Returns a page of a list that goes on. */
    public static ResponseDefinitionBuilder page(String pageToken, String... items) {
        return ok("""
                {"kind":"calendar#events","summary":"Anna","timeZone":"Europe/Zurich",
                "nextPageToken":"%s","items":[%s]}""".formatted(pageToken, String.join(",", items)));
    }

    /** Returns an event of one hour, with more members. */
    public static String event(String id, String... members) {
        StringBuilder event = new StringBuilder("""
                {"kind":"calendar#event","id":"%s","etag":"\\"33%s\\"","status":"confirmed","iCalUID":"%s@google.com",\
                "updated":"2026-02-01T10:00:00.123Z","summary":"Event %s"\
                """.formatted(id, Math.abs(id.hashCode()), id, id));
        if (!String.join(",", members).contains("\"start\"")) {
            event.append("""
                    ,"start":{"dateTime":"2026-03-10T09:00:00+01:00","timeZone":"Europe/Zurich"}\
                    ,"end":{"dateTime":"2026-03-10T10:00:00+01:00","timeZone":"Europe/Zurich"}\
                    """);
        }
        for (String member : members) {
            event.append(',').append(member);
        }
        return event.append('}').toString();
    }

    // What it was asked

    /** Returns the requests there were, oldest first. */
    public List<LoggedRequest> asked() {
        List<LoggedRequest> all = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> all.add(0, LoggedRequest.createFrom(event.getRequest())));
        return all;
    }

    public LoggedRequest lastAsked() {
        List<LoggedRequest> all = asked();
        return all.get(all.size() - 1);
    }

    /** Returns the parameters of a request, without those that are the same for all. */
    public static Map<String, String> query(LoggedRequest request) {
        Map<String, String> query = new TreeMap<>();
        String raw = URI.create(request.getUrl()).getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        query.remove("prettyPrint");
        query.remove("quotaUser");
        return query;
    }

    public static ObjectNode body(LoggedRequest request) {
        return Json.parse(request.getBodyAsString()).orElseThrow();
    }

    // Who asks

    public GoogleProvider.Builder builder() {
        return GoogleProvider.builder("client-1", "s3cret-of-the-client")
                .rootUrl(address("/"))
                .authorizationUrl(address("/auth"))
                .tokenUrl(address("/token"))
                .revocationUrl(address("/revoke"))
                .clock(InstantSource.fixed(NOW));
    }

    public void tokens(FakeTokens value) {
        tokens = value;
    }

    public FakeTokens tokens() {
        return tokens;
    }

    /** Returns how many requests were paid for. */
    public int spent() {
        return spent;
    }

    public SessionContext context() {
        return context(units -> spent += units);
    }

    public SessionContext context(RequestBudget budget) {
        return new SessionContext(
                new ConnectionId("c1"),
                new Credential.Bearer(tokens),
                InstantSource.fixed(NOW),
                Recall.nothing(),
                budget);
    }

    /** Opens a session. */
    public ProviderSession session() {
        return builder().build().open(context());
    }

    /** Opens a session as one with an ability. */
    public <T extends ProviderSession> T session(Class<T> ability) {
        return ability.cast(session());
    }

    @Override
    public void close() {
        server.stop();
    }
}
