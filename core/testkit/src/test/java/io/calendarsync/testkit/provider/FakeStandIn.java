package io.calendarsync.testkit.provider;

import io.calendarsync.NotificationRequest;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.testkit.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fake as its own stand-in, whole or with something broken in front of it. */
final class FakeStandIn
        implements ProviderUnderTest.LosesCursors,
                ProviderUnderTest.LosesPages,
                ProviderUnderTest.Unshares,
                ProviderUnderTest.Cancels,
                ProviderUnderTest.HoldsUnreadable,
                ProviderUnderTest.TakesWrites,
                ProviderUnderTest.Watches {

    private static final String KEY = "k3y-of-anna";

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final FakeCalendars server = new FakeCalendars(clock);
    private final FakeAccount account = server.account("anna").key(KEY);
    private final FakeCalendar calendar = account.calendar("work");
    private final CalendarProvider provider;
    private final SessionContext context;

    FakeStandIn(Behaviour behaviour, int pageSize, UnaryOperator<CalendarProvider> breakage) {
        calendar.behave(behaviour.toBuilder().pageSize(pageSize).build());
        this.provider = breakage.apply(new FakeProvider(server));
        this.context = new SessionContext(new ConnectionId("connection-1"), account.credential(), clock);
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
        return Set.of(KEY);
    }

    @Override
    public String put(Event event) {
        return calendar.put(event).ref().eventId();
    }

    @Override
    public void remove(String eventId) {
        calendar.delete(eventId);
    }

    @Override
    public void settle() {
        clock.advance(calendar.behaviour().replicationLag().plusMillis(1));
    }

    @Override
    public void failNext(int status, Optional<Duration> retryAfter) {
        Refusal refusal = retryAfter.map(Refusal.of(status)::retryAfter).orElse(Refusal.of(status));
        AtomicReference<Refusal> next = new AtomicReference<>(refusal);
        server.plan(new FaultPlan() {
            @Override
            public void before(ProviderCall call) {
                Refusal due = call.kind().isRemote() ? next.getAndSet(null) : null;
                if (due != null) {
                    throw due;
                }
            }

            @Override
            public void after(ProviderCall call) {}
        });
    }

    @Override
    public long requests() {
        return Stream.of(ProviderCall.Kind.values())
                .filter(ProviderCall.Kind::isRemote)
                .mapToLong(server::calls)
                .sum();
    }

    @Override
    public void loseCursors() {
        calendar.loseCursors();
    }

    @Override
    public void losePages() {
        calendar.losePages();
    }

    @Override
    public void unshare() {
        account.unshare(calendar.id());
    }

    @Override
    public void cancel(String eventId) {
        calendar.change(eventId, event -> event.status(EventStatus.CANCELLED));
    }

    @Override
    public boolean isWritten() {
        return calendar.behaviour().writing().isAllowed();
    }

    @Override
    public String putUnreadable() {
        EventTime time = EventTime.Timed.of(LocalDateTime.of(2026, 3, 9, 9, 0), ZoneOffset.UTC, Duration.ofHours(1));
        EventRef ref = calendar.create("unreadable", time).ref();
        return calendar.spoil(ref.eventId()).ref().eventId();
    }

    @Override
    public NotificationRequest notice(String channel, String secret) {
        return FakePush.notice(channel, secret);
    }

    @Override
    public Optional<NotificationRequest> handshake(String token) {
        return Optional.of(FakePush.handshake(token));
    }

    @Override
    public URI address() {
        return URI.create("https://host.example/notifications?provider=fake");
    }

    @Override
    public List<NotificationRequest> delivered() {
        return server.takeNotices();
    }

    @Override
    public void close() {}
}
