package io.calendarsync.testkit.sim;

import io.calendarsync.CalendarSync;
import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.Delivery;
import io.calendarsync.Interest;
import io.calendarsync.Restarted;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Fields;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.OpenCipher;
import io.calendarsync.testkit.VirtualClock;
import io.calendarsync.testkit.fault.FaultyStore;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FakeCalendars;
import io.calendarsync.testkit.provider.FakeProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Nodes over one store, a provider, people and a clock: everything of one history. Confined. */
final class World {

    /** Far more than any history takes: a broken engine may go on for ever. Each call of the store is seen twice. */
    private static final long MOST_CALLS = 2_000_000;

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Scenario scenario;
    private final Counts counts;
    private final VirtualClock clock = new VirtualClock(BEGINNING);
    private final FakeCalendars server;
    private final Mirror mirror = new Mirror();
    private final LogBook book = new LogBook();
    private final Audience audience = new Audience(book);
    private final ClaimJudge claims = new ClaimJudge(this::working, mirror);
    private final HorizonJudge horizon;
    private final StoreWatch store;
    private final Mischief mischief = new Mischief(this);
    private final PublishJudge publications = new PublishJudge(this);
    private final Staging staging = new Staging();
    private final GrantJudge grants;
    private final WatchJudge watches;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Remote> remotes = new ArrayList<>();
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Deque<Node> working = new ArrayDeque<>();
    private final Users users;
    private Dice dice;
    private long ticks;
    private boolean calm;
    private boolean clockWasWrong;
    private Optional<Integer> renewal = Optional.empty();

    World(Scenario scenario, Counts counts) {
        this.scenario = scenario;
        this.counts = counts;
        this.dice = Dice.of(scenario.seed());
        this.server = new FakeCalendars(clock, scenario.seed());
        this.horizon = new HorizonJudge(clock::instant, scenario.retention().pastEvents());
        Map<String, Past> pasts = new LinkedHashMap<>();
        CalendarJudge judge = new CalendarJudge(
                remote -> {
                    Past past = Objects.requireNonNull(pasts.get(remote));
                    past.catchUp(moment());
                    return past;
                },
                new DeletionJudge(this::moment, mirror),
                horizon);
        this.grants = new GrantJudge(this::working, mirror, server.grants(), clock);
        this.watches = new WatchJudge(mirror, server.watches());
        this.store = new StoreWatch(
                new InMemorySyncStore(StoreLimits.LEAST),
                mirror,
                new CommitJudge(mirror, book, judge, claims, audience, grants, watches, publications));
        for (int i = 0; i < scenario.behaviours().size(); i++) {
            String account = "owner" + i % scenario.owners();
            FakeCalendar calendar = server.account(account)
                    .calendar("calendar" + i)
                    .behave(scenario.behaviours().get(i));
            server.grants().rotate(scenario.rotates());
            if (!scenario.behaviours().get(i).stamps().updated()) {
                // A source that does not say when something changed is no source of notices either.
                server.watches().refuse(calendar.id());
            }
            Past past = new Past(calendar);
            pasts.put(calendar.id(), past);
            remotes.add(new Remote(calendar, past, account));
        }
        this.users = new Users(this);
        server.plan(mischief.ofProvider());
        for (int i = 0; i < scenario.nodes(); i++) {
            nodes.add(new Node(i, clock.node()));
        }
    }

    // What there is.

    Scenario scenario() {
        return scenario;
    }

    Counts counts() {
        return counts;
    }

    VirtualClock clock() {
        return clock;
    }

    FakeCalendars server() {
        return server;
    }

    PublishJudge publications() {
        return publications;
    }

    Staging staging() {
        return staging;
    }

    GrantJudge grants() {
        return grants;
    }

    WatchJudge watches() {
        return watches;
    }

    Mirror mirror() {
        return mirror;
    }

    LogBook book() {
        return book;
    }

    Audience audience() {
        return audience;
    }

    HorizonJudge horizon() {
        return horizon;
    }

    StoreWatch store() {
        return store;
    }

    Mischief mischief() {
        return mischief;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Remote> remotes() {
        return remotes;
    }

    Map<String, Subscription> subscriptions() {
        return subscriptions;
    }

    Users users() {
        return users;
    }

    Dice dice() {
        return dice;
    }

    // A step begins.

    void dice(Dice next) {
        this.dice = next;
        mischief.refill();
    }

    /** A node's clock has run years ahead: it may have forgotten what was not over. */
    void clockWasWrong() {
        clockWasWrong = true;
    }

    boolean wasClockWrong() {
        return clockWasWrong;
    }

    /** From now on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
    }

    double trouble() {
        return calm ? 0 : scenario.trouble();
    }

    void tick() {
        if (++ticks > MOST_CALLS) {
            throw new Violation("the engine goes on for ever: it has called the store " + MOST_CALLS / 2 + " times");
        }
    }

    Past.Moment moment() {
        return new Past.Moment(ticks, clock.instant());
    }

    Optional<Node> working() {
        return Optional.ofNullable(working.peek());
    }

    // What nodes do.

    /** Lets a node do something; returns whether it came to an end, rather than fail as the SPI declares, or die. */
    boolean on(Node node, Consumer<CalendarSync> work) {
        if (!node.isUp()) {
            return false;
        }
        return guarded(node, () -> work.accept(node.sync()));
    }

    private boolean guarded(Node node, Runnable work) {
        working.push(node);
        renewal = Optional.empty();
        try {
            work.run();
            judgeRenewal();
            return true;
        } catch (CalendarSyncException | StoreException | AdapterFault declared) {
            return false;
        } catch (Crash died) {
            return false;
        } finally {
            working.pop();
        }
    }

    /** Notes that a grant was renewed, when so much had gone wrong. */
    void renewed(int struck) {
        renewal = Optional.of(struck);
    }

    /** What a renewal brought is kept, unless something went wrong after it (H26). */
    private void judgeRenewal() {
        String latest = server.grants().latest();
        boolean quiet = renewal.filter(struck -> struck == mischief.struck()).isPresent();
        if (quiet && server.grants().isGood(latest)) {
            boolean kept = mirror.all().stream()
                    .filter(record -> record.key().collection().equals(Mirror.CREDENTIAL))
                    .anyMatch(record ->
                            Fields.of(record.payload()).text("refresh").equals(latest));
            CalendarJudge.require(kept, "a renewed token is not kept");
        }
        renewal = Optional.empty();
    }

    /** Encrypts the credentials anew, as when a key is exchanged: what they hold stays, their versions do not. */
    void exchangeKey() {
        counts.add(FaultKind.KEY_EXCHANGED);
        for (StoredRecord record : List.copyOf(mirror.all())) {
            if (record.key().collection().equals(Mirror.CREDENTIAL)) {
                StoredRecord anew = new StoredRecord(
                        record.key(),
                        dice.nextLong() >>> 1 | 1,
                        record.at(),
                        record.until(),
                        record.fingerprint(),
                        record.payload());
                store.commit(List.of(new Write.Put(anew, Expect.version(record.version()))));
            }
        }
    }

    /** Lets a node die while it applies a page in several commits. */
    void stopInPage(Node node, Remote remote, Dice chooser) {
        // In step before, so that the next page is what comes now and nothing else.
        on(node, sync -> sync.agenda().syncNow(remote.id()));
        users.edit(StepKind.CREATE_MANY, remote, 0, chooser);
        mischief.cutNextPageShort(true);
        on(node, sync -> sync.agenda().syncNow(remote.id()));
        mischief.cutNextPageShort(false);
    }

    /** Starts a node, or starts it anew. */
    boolean start(Node node) {
        int life = node.begin();
        CalendarSyncBuilder builder = CalendarSync.builder()
                .store(new FaultyStore(store, mischief.ofStore(node, life)))
                .cipher(new OpenCipher())
                .provider(new FakeProvider(server))
                .clock(node.clock())
                .waiting(Duration.ZERO)
                .monotonic(() -> clock.instant().toEpochMilli() * 1_000_000)
                .publicUrl(URI.create("https://host.example/notices"))
                .random(Dice.of(scenario.seed()).split(node.number(), life))
                .retention(scenario.retention())
                .installation(PublishJudge.INSTALLATION)
                .pollEvery(scenario.poll())
                .observer(observer());
        for (Subscription one : subscriptions.values()) {
            if (one.isOn(node.number())) {
                builder.subscriber(
                        Subscriber.of(one.name(), one.beginning(), delivery -> handle(node, life, one, delivery))
                                .interestedIn(Interest.everything()));
            }
        }
        return guarded(node, () -> node.up(builder.build()));
    }

    private static SyncObserver observer() {
        return new SyncObserver() {
            @Override
            public void jobFailed(String kind, Throwable fault) {
                boolean declared = fault instanceof CalendarSyncException
                        || fault instanceof StoreException
                        || fault.getClass().getSimpleName().equals("LostClaim");
                if (!declared) {
                    throw (Violation) new Violation("a job failed in a way nobody foresaw: " + kind + ": " + fault)
                            .initCause(fault);
                }
            }
        };
    }

    private void handle(Node node, int life, Subscription subscription, Delivery delivery) throws Exception {
        claims.handlerCalled(
                node, subscription.name(), delivery.event().position().log());
        // Nobody can tell two restarts at one place apart, so a handler does nothing slow before it heeds one.
        boolean early = delivery.event() instanceof Restarted;
        if (early) {
            audience.told(subscription.name(), delivery.event());
        }
        mischief.beforeHandler(node, life);
        if (subscription.refuses(delivery.event(), audience)) {
            counts.add(FaultKind.HANDLER_STUBBORN);
            throw new Exception("the handler refuses this entry");
        }
        if (!early) {
            audience.told(subscription.name(), delivery.event());
        }
        mischief.afterHandler(node, life);
    }

    /** Lets some node, perhaps the same one on another thread, do some of what is due. */
    void otherWorks(Node than) {
        Node other = dice.choose(nodes);
        int jobs = dice.between(1, 4);
        on(other, sync -> sync.work().runDue(jobs));
    }

    /** Lets another node read all calendars. */
    void othersSync(Node than) {
        nodes.stream()
                .filter(node -> node != than && node.isUp())
                .findFirst()
                .ifPresent(other -> remotes.forEach(
                        remote -> on(other, sync -> sync.agenda().syncNow(remote.id()))));
    }

    /** A user edits, and some node reads that at once and lets everybody know. */
    void newsComes() {
        Remote remote = dice.choose(remotes);
        users.edit(dice.choose(StepKind.CREATE, StepKind.RETITLE), remote, dice.nextInt(1000), dice);
        Node other = dice.choose(nodes);
        int jobs = dice.between(2, 8);
        on(other, sync -> {
            sync.agenda().syncNow(remote.id());
            sync.work().runDue(jobs);
        });
    }

    void someoneEdits() {
        users.edit(dice);
    }

    Optional<Node> anyUp(Dice chooser) {
        List<Node> up = nodes.stream().filter(Node::isUp).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(chooser.choose(up));
    }
}
