package io.calendarsync.benchmarks.quota;

import io.calendarsync.CalendarSync;
import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.Connected;
import io.calendarsync.Detail;
import io.calendarsync.SyncObserver;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.Tokens;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.Access;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxTokens;
import io.calendarsync.sandbox.SandboxUser;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.OpenCipher;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Nodes over one store, and the sandbox with everybody's calendars, all on one clock. No publicUrl is given, so nothing
 * is watched.
 */
final class Fleet implements AutoCloseable {

    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final int NODES = 4;
    private static final int PER_USER = 600;
    private static final Duration BETWEEN_ARRIVALS = Duration.ofMillis(100);
    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final String EVENT =
            "{\"summary\":\"Standup\",\"start\":{\"date\":\"2026-01-12\"},\"end\":{\"date\":\"2026-01-13\"}}";

    private final VirtualClock clock;
    private final GoogleSandbox sandbox;
    private final List<CalendarSync> nodes;
    private final List<CalendarId> calendars = new ArrayList<>();

    private Fleet(VirtualClock clock, GoogleSandbox sandbox, List<CalendarSync> nodes) {
        this.clock = clock;
        this.sandbox = sandbox;
        this.nodes = nodes;
    }

    /**
     * Starts the nodes and connects all accounts; nothing has been read.
     *
     * @param told whether the host says what the quota is
     * @param observer is told by all nodes
     */
    static Fleet open(Size size, boolean told, VirtualClock clock, SyncObserver observer, Consumer<String> progress) {
        GoogleSandbox sandbox = GoogleSandbox.builder().time(clock).start();
        sandbox.quotas().limit(size.quota(), PER_USER);
        SyncStore store = new InMemorySyncStore();
        List<CalendarSync> nodes = IntStream.range(0, NODES)
                .mapToObj(node -> node(size, told, clock, observer, sandbox, store))
                .toList();
        Fleet fleet = new Fleet(clock, sandbox, nodes);
        for (int account = 0; account < size.accounts(); account++) {
            fleet.connect("user" + account + "@example.com", size.each());
            clock.advance(BETWEEN_ARRIVALS);
            if (account % 500 == 499) {
                progress.accept(QuotaBenchmark.NAME + ": " + (account + 1) + " accounts are connected");
            }
        }
        // What consents have asked for is not paid from the budget, and fills the provider's minute.
        clock.advance(SETTLING);
        return fleet;
    }

    private static CalendarSync node(
            Size size,
            boolean told,
            VirtualClock clock,
            SyncObserver observer,
            GoogleSandbox sandbox,
            SyncStore store) {
        CalendarSyncBuilder builder = CalendarSync.builder()
                .store(store)
                .cipher(new OpenCipher())
                .clock(clock)
                .random(RandomGenerator.of("L64X128MixRandom"))
                .observer(observer)
                .provider(GoogleProvider.builder(sandbox.clientId(), sandbox.clientSecret())
                        .rootUrl(sandbox.rootUrl())
                        .tokenUrl(sandbox.tokenUrl())
                        .clock(clock)
                        .build());
        return (told ? builder.requestsPerMinute(GOOGLE, size.quota()) : builder).build();
    }

    private void connect(String email, int each) {
        SandboxUser user = sandbox.user(email);
        user.primary().add(EVENT);
        for (int i = 1; i < each; i++) {
            user.addCalendar("Calendar " + i).add(EVENT);
        }
        SandboxTokens given = user.consent("calendar.events", "calendar.calendarlist.readonly");
        Tokens tokens = new Tokens(
                given.refreshToken(),
                given.accessToken(),
                clock.instant().plus(Duration.ofMinutes(59)),
                Access.READ_WRITE);
        CalendarSync any = nodes.get(calendars.size() % nodes.size());
        Connected connected = any.connections().adopt(new OwnerId(email), GOOGLE, tokens, Detail.FULL);
        connected.calendars().stream().map(SyncedCalendar::id).forEach(calendars::add);
    }

    List<CalendarSync> nodes() {
        return nodes;
    }

    List<CalendarId> calendars() {
        return calendars;
    }

    GoogleSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        nodes.forEach(CalendarSync::close);
        sandbox.close();
    }
}
