package io.calendarsync.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.NotificationRequest;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxTokens;
import io.calendarsync.sandbox.SandboxUser;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.testkit.provider.ProviderUnderTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sandbox as Google. Events are put into it as JSON that the adapter has no part in. */
final class SandboxStandIn
        implements ProviderUnderTest.LosesCursors,
                ProviderUnderTest.LosesPages,
                ProviderUnderTest.Unshares,
                ProviderUnderTest.Cancels,
                ProviderUnderTest.KeepsOverrides,
                ProviderUnderTest.HoldsUnreadable,
                ProviderUnderTest.Watches,
                ProviderUnderTest.TakesWrites,
                ProviderUnderTest.TellsBusy {

    private static final String SCOPE = "https://www.googleapis.com/auth/";

    private final GoogleSandbox sandbox = GoogleSandbox.builder()
            .time(() -> Instant.parse("2026-03-01T08:00:00Z"))
            .start();
    private final SandboxUser anna = sandbox.user("anna@example.com");
    private final SandboxUser boss = sandbox.user("boss@example.com");
    private final SandboxCalendar calendar;
    private final SandboxTokens tokens;
    private final CalendarProvider provider;
    private final SessionContext context;
    private final Endpoint receiver = new Endpoint();
    private final Map<String, String> idsByUid = new HashMap<>();

    SandboxStandIn(int pageSize) {
        calendar = boss.addCalendar("Team");
        calendar.share("anna@example.com", "writer");
        tokens = anna.consent(
                SCOPE + "calendar.events", SCOPE + "calendar.calendarlist.readonly", SCOPE + "calendar.freebusy");
        provider = GoogleProvider.builder(sandbox.clientId(), sandbox.clientSecret())
                .rootUrl(sandbox.rootUrl())
                .authorizationUrl(sandbox.authUrl())
                .tokenUrl(sandbox.tokenUrl())
                .revocationUrl(sandbox.revokeUrl())
                .clock(sandbox.clock())
                .pageSize(pageSize)
                .build();
        context = new SessionContext(
                new ConnectionId("contract"), new Credential.Bearer(theOnlyToken()), sandbox.clock());
    }

    private AccessTokens theOnlyToken() {
        return new AccessTokens() {
            @Override
            public String current() {
                return tokens.accessToken();
            }

            @Override
            public String insteadOf(String refused) {
                return tokens.accessToken();
            }
        };
    }

    @Override
    public CalendarProvider provider() {
        return provider;
    }

    @Override
    public SessionContext context() {
        return context;
    }

    @Override
    public String calendar() {
        return calendar.id();
    }

    @Override
    public Set<String> secrets() {
        return Set.of(tokens.accessToken(), tokens.refreshToken(), sandbox.clientSecret());
    }

    @Override
    public String put(Event event) {
        String json = json(event);
        if (event.shape() instanceof EventShape.Override override) {
            String id = calendar.instance(override.seriesId(), originalStart(override.recurrenceId()));
            calendar.edit(id, json);
            return id;
        }
        String known = idsByUid.get(event.uid());
        if (known != null) {
            calendar.edit(known, json);
            return known;
        }
        String id = calendar.add(json);
        idsByUid.put(event.uid(), id);
        return id;
    }

    private static String json(Event event) {
        ObjectNode json = Json.object().put("summary", event.title());
        EventTime.Timed time = (EventTime.Timed) event.time();
        ZonedDateTime start = ZonedDateTime.ofLocal(time.start(), time.zone(), null);
        json.putObject("start")
                .put("dateTime", time.start() + ":00")
                .put("timeZone", time.zone().getId());
        json.putObject("end")
                .put("dateTime", time.end().after(start).toLocalDateTime() + ":00")
                .put("timeZone", time.zone().getId());
        if (event.shape() instanceof EventShape.Series series) {
            series.recurrence().lines().forEach(json.putArray("recurrence")::add);
        }
        return new String(Json.bytes(json), StandardCharsets.UTF_8);
    }

    private static String originalStart(RecurrenceId id) {
        return id.instant(ZoneOffset.UTC).toString();
    }

    @Override
    public void remove(String eventId) {
        calendar.delete(eventId);
        idsByUid.values().removeIf(eventId::equals);
    }

    @Override
    public void cancel(String eventId) {
        remove(eventId);
    }

    @Override
    public void failNext(int status, Optional<Duration> retryAfter) {
        Map<String, String> headers = new HashMap<>();
        retryAfter.ifPresent(pause -> headers.put("Retry-After", Long.toString(pause.toSeconds())));
        sandbox.faults().clear();
        sandbox.faults().next(1).answer(status, headers, "");
    }

    @Override
    public long requests() {
        return sandbox.counters().calls().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void loseCursors() {
        calendar.invalidateSyncTokens();
        sandbox.lists().invalidatePageTokens();
    }

    @Override
    public void losePages() {
        sandbox.lists().invalidatePageTokens();
    }

    @Override
    public void unshare() {
        calendar.unshare("anna@example.com");
    }

    @Override
    public String putUnreadable() {
        String id = calendar.add("""
                {"summary":"Odd","start":{"date":"2026-03-09"},"end":{"date":"2026-03-10"}}""");
        calendar.decorate(id, "{\"recurringEventId\":\"ghost\",\"originalStartTime\":\"once\"}");
        return id;
    }

    @Override
    public NotificationRequest notice(String channel, String secret) {
        return new NotificationRequest(
                "POST",
                "/notifications",
                "",
                Map.of(
                        "X-Goog-Channel-ID", List.of(channel),
                        "X-Goog-Channel-Token", List.of(secret),
                        "X-Goog-Resource-ID", List.of("resource"),
                        "X-Goog-Resource-State", List.of("exists"),
                        "X-Goog-Message-Number", List.of("2")),
                new byte[0]);
    }

    @Override
    public Optional<NotificationRequest> handshake(String token) {
        return Optional.empty();
    }

    @Override
    public URI address() {
        return URI.create(receiver.address() + "?provider=google");
    }

    @Override
    public List<NotificationRequest> delivered() {
        assertThat(sandbox.pushes().settle(Duration.ofSeconds(20)))
                .as("every push has arrived")
                .isTrue();
        return receiver.take();
    }

    @Override
    public void close() {
        sandbox.close();
        receiver.close();
    }
}
