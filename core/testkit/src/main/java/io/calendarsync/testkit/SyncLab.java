package io.calendarsync.testkit;

import io.calendarsync.CalendarSync;
import io.calendarsync.CalendarSyncBuilder;
import io.calendarsync.Connected;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.FakeCalendars;
import io.calendarsync.testkit.provider.FakeProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The real engine on virtual time, over a fake provider: what a host's own tests need to see how their code takes what
 * comes. Confined to one thread; nothing in it sleeps.
 *
 * @since 0.1
 */
public final class SyncLab implements AutoCloseable {

    private static final int MOST_JOBS = 100_000;

    private final VirtualClock clock;
    private final Dice dice;
    private final SyncStore store;
    private final FakeCalendars server;
    private final Map<String, List<SyncEvent>> delivered = new LinkedHashMap<>();
    private final Map<String, Subscriber.Beginning> subscribers = new LinkedHashMap<>();
    private UnaryOperator<CalendarSyncBuilder> settings = builder -> builder;
    private CalendarSync sync;

    /** Opens a lab at the beginning of 2026, with a store in memory. */
    public SyncLab() {
        this(new InMemorySyncStore(), 1);
    }

    /**
     * Opens a lab over a store, with a seed for whatever is left to chance.
     *
     * @param store empty, or as an earlier lab left it
     * @param seed any number; the same seed makes the same choices
     */
    public SyncLab(SyncStore store, long seed) {
        this.clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
        this.dice = Dice.of(seed);
        this.store = store;
        this.server = new FakeCalendars(clock, seed);
        this.sync = build();
    }

    /**
     * Adds a subscriber whose deliveries are collected; restarts the engine.
     *
     * @param name the subscriber's durable name
     * @param beginning where it begins the first time it is seen
     * @return this lab
     */
    public SyncLab subscribe(String name, Subscriber.Beginning beginning) {
        subscribers.put(name, beginning);
        delivered.putIfAbsent(name, new ArrayList<>());
        crashAndRestart();
        return this;
    }

    /**
     * Takes a subscriber's handler away, as a node without it would; restarts the engine.
     *
     * @param name the subscriber's durable name
     * @return this lab
     */
    public SyncLab unsubscribe(String name) {
        subscribers.remove(name);
        crashAndRestart();
        return this;
    }

    /**
     * Sets what else the engine is built with; restarts it.
     *
     * @param more applied to the builder at each start of the engine
     * @return this lab
     */
    public SyncLab with(UnaryOperator<CalendarSyncBuilder> more) {
        this.settings = more;
        crashAndRestart();
        return this;
    }

    /** {@return the engine} */
    public CalendarSync sync() {
        return sync;
    }

    /** {@return the provider's side} */
    public FakeCalendars server() {
        return server;
    }

    /** {@return the clock of everything in the lab} */
    public VirtualClock clock() {
        return clock;
    }

    /** {@return the store} */
    public SyncStore store() {
        return store;
    }

    /**
     * Connects an owner to the account of a fake calendar.
     *
     * @param owner the id of the owner
     * @param calendar one of {@link #server()}
     * @return the connection and its one calendar
     */
    public Connected connect(String owner, FakeCalendar calendar) {
        return sync.connections()
                .connectFeed(new OwnerId(owner), URI.create("fake://host/" + calendar.owner()), ZoneOffset.UTC);
    }

    /**
     * Lets time pass, in steps no longer than ten minutes, doing what falls due.
     *
     * @param passed zero or more
     */
    public void advance(Duration passed) {
        Instant end = clock.instant().plus(passed);
        while (clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            Duration step = Duration.ofMinutes(10);
            clock.advance(left.compareTo(step) < 0 ? left : step);
            settle();
        }
    }

    /** Does what is due now, and what that makes due now. */
    public void settle() {
        int jobs = 0;
        while (sync.work().runDue(100) > 0) {
            jobs++;
            if (jobs > MOST_JOBS) {
                throw new IllegalStateException("the engine does not come to rest");
            }
        }
    }

    /** Drops the engine as a crash would, and starts another over the same store. */
    public void crashAndRestart() {
        sync = build();
    }

    /**
     * {@return what a subscriber was told, oldest first}
     *
     * @param subscriber the name it was subscribed under
     */
    public List<SyncEvent> delivered(String subscriber) {
        return List.copyOf(delivered.getOrDefault(subscriber, List.of()));
    }

    /**
     * {@return what a subscriber was told since it was last asked for}
     *
     * @param subscriber the name it was subscribed under
     */
    public List<SyncEvent> take(String subscriber) {
        List<SyncEvent> taken = delivered(subscriber);
        Optional.ofNullable(delivered.get(subscriber)).ifPresent(List::clear);
        return taken;
    }

    @Override
    public void close() {
        sync.close();
    }

    private CalendarSync build() {
        CalendarSyncBuilder builder = CalendarSync.builder()
                .store(store)
                .cipher(new OpenCipher())
                .provider(new FakeProvider(server))
                .clock(clock)
                .waiting(Duration.ZERO)
                .monotonic(() -> clock.instant().toEpochMilli() * 1_000_000)
                .random(dice.split("engine"));
        subscribers.forEach((name, beginning) -> builder.subscriber(Subscriber.of(
                name,
                beginning,
                delivery -> delivered
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(delivery.event()))));
        return settings.apply(builder).build();
    }
}
