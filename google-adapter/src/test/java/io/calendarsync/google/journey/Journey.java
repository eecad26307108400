package io.calendarsync.google.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarConnection;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSync;
import io.calendarsync.ConnectRequest;
import io.calendarsync.Connected;
import io.calendarsync.ConnectionState;
import io.calendarsync.EventChange;
import io.calendarsync.Interest;
import io.calendarsync.NotificationRequest;
import io.calendarsync.Page;
import io.calendarsync.Plan;
import io.calendarsync.Reconnect;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.TransientFailure;
import io.calendarsync.Use;
import io.calendarsync.google.Endpoint;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.model.Access;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.OwnerId;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxUser;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.OpenCipher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person with three calendars, two nodes that keep them in step, and everything that goes wrong between. Confined. */
final class Journey implements AutoCloseable {

    static final int STEPS = 60;

    private static final String ADA = "ada@example.com";
    private static final OwnerId OWNER = new OwnerId("ada");
    private static final URI CALLBACK = URI.create("https://host.example/callback");

    private final GoogleSandbox sandbox;
    private final HttpClient http;
    private final Endpoint endpoint = new Endpoint();
    private final Dice dice;
    private final Consumer<Trouble> counts;
    private final Nodes nodes;
    private final List<SandboxCalendar> calendars = new ArrayList<>();
    private final Map<String, CalendarId> ids = new HashMap<>();
    private final Map<String, Event> told = new TreeMap<>();
    private final List<NotificationRequest> late = new ArrayList<>();
    private final GoogleUser user;
    private final Bookings bookings;
    private final boolean rotates;
    private int putOff;
    private ConnectionId connection = new ConnectionId("none");

    Journey(long seed, HttpClient http, Consumer<Trouble> counts) {
        this.http = http;
        this.counts = counts;
        this.dice = Dice.of(seed);
        this.rotates = dice.nextBoolean();
        this.sandbox = GoogleSandbox.builder()
                .seed(seed)
                .time(() -> Instant.parse("2026-03-01T08:00:00Z"))
                .redirect(CALLBACK.toString())
                .pushRetries(Duration.ofMillis(5), 2)
                .start();
        SandboxUser ada = sandbox.user(ADA);
        calendars.add(ada.primary());
        calendars.add(ada.addCalendar("Team"));
        calendars.add(ada.addCalendar("Home"));
        this.user = new GoogleUser(calendars, dice.split("user"));
        this.bookings = new Bookings(dice.split("bookings"));
        this.nodes = new Nodes(this::engine, counts);
    }

    private CalendarSync engine(SyncStore store) {
        GoogleProvider google = GoogleProvider.builder(sandbox.clientId(), sandbox.clientSecret())
                .rootUrl(sandbox.rootUrl())
                .authorizationUrl(sandbox.authUrl())
                .tokenUrl(sandbox.tokenUrl())
                .revocationUrl(sandbox.revokeUrl())
                .clock(sandbox.clock())
                .pageSize(7)
                .httpClient(http)
                .build();
        return CalendarSync.builder()
                .store(store)
                .cipher(new OpenCipher())
                .provider(google)
                .clock(sandbox.clock())
                .random(dice.split("engine"))
                .waiting(Duration.ZERO)
                .publicUrl(endpoint.address())
                .subscriber(Subscriber.of("host", Subscriber.Beginning.SNAPSHOT_FIRST, delivery -> {
                            if (delivery.event() instanceof EventChange change) {
                                take(change);
                            }
                        })
                        .interestedIn(Interest.everything()))
                .build();
    }

    private void take(EventChange change) {
        change.before().ifPresent(event -> told.remove(key(event)));
        change.after().ifPresent(event -> told.put(key(event), Held.content(event)));
    }

    private static String key(Event event) {
        return event.ref().calendarId().value() + "/" + event.ref().eventId();
    }

    void run() throws Exception {
        sandbox.oauth().allow();
        sandbox.oauth().rotateRefreshTokens(rotates);
        for (int edit = 0; edit < 15; edit++) {
            user.edit();
        }
        connect();
        nodes.settle();
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        heal();
        judge();
    }

    /** Consents as a browser does: the page redirects at once, and the redirect is read, not followed. */
    private void connect() throws Exception {
        URI page = nodes.first()
                .connections()
                .begin(ConnectRequest.of(OWNER, new ProviderId("google"), CALLBACK)
                        .access(Access.READ_WRITE)
                        .account(ADA));
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        String query = URI.create(answer.headers().firstValue("location").orElseThrow())
                .getQuery();
        Map<String, String> callback = Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Connected connected = (Connected) nodes.first().connections().complete(OWNER, callback);
        connection = connected.connection().id();
        for (SyncedCalendar calendar : connected.calendars()) {
            nodes.first().connections().use(calendar.id(), EnumSet.allOf(Use.class));
        }
        for (SandboxCalendar calendar : calendars) {
            CalendarId id = connected.calendars().stream()
                    .filter(known -> known.name().equals(calendar.title()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            ids.put(calendar.id(), id);
        }
    }

    private void step() {
        switch (dice.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> user.edit();
            case 5, 6 -> nodes.act(dice, sync -> bookings.publish(sync, calendars, ids));
            case 7, 8 -> nodes.work(dice);
            case 9, 10, 11 -> {
                deliver();
                nodes.settle();
            }
            case 12, 13 -> {
                sandbox.clock().advance(Duration.ofMinutes(dice.choose(List.of(1, 10, 70, 300, 1500))));
                nodes.work(dice);
            }
            case 14 -> nodes.doom(dice);
            default -> trouble();
        }
    }

    private void trouble() {
        SandboxCalendar calendar = dice.choose(calendars);
        switch (dice.nextInt(15)) {
            case 0 -> {
                sandbox.pushes().dropNext(dice.between(1, 3));
                counts.accept(Trouble.PUSH_LOST);
            }
            case 1 -> {
                sandbox.pushes().duplicateNext(dice.between(1, 3));
                counts.accept(Trouble.PUSH_DOUBLED);
            }
            case 2 -> {
                sandbox.user(ADA).expireAccessTokens();
                counts.accept(Trouble.TOKENS_EXPIRED);
            }
            case 3, 4 -> {
                calendar.invalidateSyncTokens();
                counts.accept(Trouble.SYNC_TOKEN_LOST);
            }
            case 5 -> {
                sandbox.lists().invalidatePageTokens();
                counts.accept(Trouble.PAGE_TOKEN_LOST);
            }
            case 6 -> {
                sandbox.lists().nextPages(dice.nextInt(3), dice.nextInt(3), 1);
                counts.accept(Trouble.ODD_PAGES);
            }
            case 7 -> {
                sandbox.faults()
                        .next(dice.between(1, 2))
                        .operation("events.list")
                        .refuse(503, "backendError");
                counts.accept(Trouble.UNAVAILABLE);
            }
            case 8 -> {
                sandbox.faults().next(1).operation("events.list").refuse(403, "userRateLimitExceeded");
                counts.accept(Trouble.RATE_LIMITED);
            }
            case 9 -> {
                sandbox.faults().next(1).operation("events.list").cutHalf();
                counts.accept(Trouble.ANSWER_CUT);
            }
            case 10 -> {
                sandbox.faults().next(1).operation("events.list").truncate();
                counts.accept(Trouble.ANSWER_TRUNCATED);
            }
            case 11 -> {
                sandbox.faults().next(1).operation("events.watch").cutAfter();
                nodes.act(dice, sync -> sync.watches().ensure(connection, true));
                nodes.settle();
                counts.accept(Trouble.WATCH_ANSWER_LOST);
            }
            case 12 -> {
                sandbox.faults().next(1).operation(write()).cutAfter();
                nodes.act(dice, sync -> bookings.publish(sync, calendars, ids));
                nodes.settle();
                counts.accept(Trouble.WRITE_ANSWER_LOST);
            }
            case 13 -> {
                sandbox.faults().next(1).operation(write()).cutBefore();
                nodes.act(dice, sync -> bookings.publish(sync, calendars, ids));
                nodes.settle();
                counts.accept(Trouble.WRITE_LOST);
            }
            default -> {
                if (!late.isEmpty() || endpointHas()) {
                    counts.accept(Trouble.PUSH_LATE);
                }
            }
        }
    }

    private String write() {
        return dice.choose("events.insert", "events.update", "events.delete");
    }

    private boolean endpointHas() {
        late.addAll(endpoint.take());
        return !late.isEmpty();
    }

    private void deliver() {
        sandbox.pushes().settle(Duration.ofSeconds(10));
        List<NotificationRequest> now = new ArrayList<>(late);
        late.clear();
        now.addAll(endpoint.take());
        now.forEach(notice -> nodes.act(dice, sync -> sync.notifications().handle(notice)));
    }

    /** Nothing goes wrong any more, and a day passes. */
    private void heal() throws Exception {
        nodes.calmDown();
        sandbox.faults().clear();
        for (int hours = 0; hours < 32; hours += 4) {
            deliver();
            nodes.settle();
            reconnectWhereTheGrantIsLost();
            ids.values().forEach(this::agree);
            sandbox.clock().advance(Duration.ofHours(4));
        }
        nodes.settle();
    }

    /** A node that died with a new refresh token in its hands takes it along: then, and only then, Ada is asked again. */
    private void reconnectWhereTheGrantIsLost() throws Exception {
        CalendarConnection stands = nodes.first().connections().list(OWNER).get(0);
        if (stands.state() == ConnectionState.RECONNECT_REQUIRED) {
            assertThat(stands.reconnect()).contains(Reconnect.ROTATION_LOST);
            assertThat(rotates).isTrue();
            counts.accept(Trouble.TOKEN_ANSWER_LOST);
            connect();
            nodes.settle();
        }
    }

    /** The host looks at what is held back, finds that it is as the user wants it, and says so. */
    private void agree(CalendarId id) {
        try {
            Plan plan = nodes.first().agenda().preview(id);
            if (plan.isHeldBack()) {
                nodes.first().agenda().confirm(plan);
            }
        } catch (TransientFailure later) {
            // Two empty pages in a row under one token are no answer, and a dead node may hold the renewal of the grant
            // for a moment: it is looked at again in four hours.
            putOff++;
        }
    }

    private void judge() {
        CalendarSync sync = nodes.first();
        Map<String, Event> all = new TreeMap<>();
        for (SandboxCalendar calendar : calendars) {
            CalendarId id = Objects.requireNonNull(ids.get(calendar.id()));
            SyncedCalendar synced = sync.connections().calendars(connection).stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(synced.state()).as(synced.toString()).isEqualTo(CalendarState.SYNCED);
            Map<String, Event> stored = stored(sync, id);
            Held.assertSame("calendar " + calendar.title(), stored, Held.at(calendar, id));
            stored.values().forEach(event -> all.put(key(event), Held.content(event)));
        }
        Held.assertSame("what the subscriber was told", told, all);
        bookings.judge(calendars);
        assertThat(putOff).as("looks that came to nothing, of eight a calendar").isLessThan(4 * calendars.size());
        assertThat(sync.watches().of(connection)).hasSize(4).allMatch(watch -> watch.isLive());
    }

    private static Map<String, Event> stored(CalendarSync sync, CalendarId id) {
        Map<String, Event> stored = new TreeMap<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Event> page = sync.agenda().events(id, after, 50);
            page.items().forEach(event -> stored.put(event.ref().eventId(), Held.comparable(event)));
            after = page.next();
        } while (after.isPresent());
        return stored;
    }

    /** Returns the kinds of trouble a journey can meet. */
    static Set<Trouble> kinds() {
        return EnumSet.complementOf(EnumSet.of(Trouble.TOKEN_ANSWER_LOST));
    }

    @Override
    public void close() {
        endpoint.close();
        sandbox.close();
    }
}
