package io.calendarsync;

import io.calendarsync.engine.token.OtherNodes;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.SyncStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link CalendarSync}; confined to one thread. Every method returns the builder itself.
 *
 * @since 0.1
 */
public final class CalendarSyncBuilder {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(10);
    private static final Duration LONGEST_LEASE = Duration.ofHours(24);
    private static final int LEAST_REQUESTS = 60;
    private static final String SUBSCRIBER_NAME = "[a-z][a-z0-9-]{0,59}";

    private @Nullable SyncStore store;
    private @Nullable RecordCipher cipher;
    private final Map<ProviderId, CalendarProvider> providers = new LinkedHashMap<>();
    private final Map<String, Subscriber> subscribers = new LinkedHashMap<>();
    private Retention retention = Retention.standard();
    private InstantSource clock = InstantSource.system();
    private RandomGenerator random = new SecureRandom();
    private SyncObserver observer = SyncObserver.NOOP;
    private Duration pollEvery = Duration.ofMinutes(15);
    private Duration lease = Duration.ofMinutes(5);
    private boolean soleNode;
    private boolean encryptDrafts;
    private BusyPolicy busyPolicy = BusyPolicy.standard();
    private final Map<ProviderId, Integer> limits = new LinkedHashMap<>();
    private Duration waiting = Duration.ofSeconds(10);
    private LongSupplier monotonic = System::nanoTime;
    private Optional<URI> publicUrl = Optional.empty();
    private Optional<String> installation = Optional.empty();

    CalendarSyncBuilder() {}

    /**
     * Sets where everything is kept; required.
     *
     * @param store the same for every node of the application
     * @return this builder
     */
    public CalendarSyncBuilder store(SyncStore store) {
        this.store = Objects.requireNonNull(store, "store must not be null");
        return this;
    }

    /**
     * Sets what encrypts credentials and feed addresses; required.
     *
     * @param cipher what encrypts, and decrypts what older keys encrypted
     * @return this builder
     */
    public CalendarSyncBuilder cipher(RecordCipher cipher) {
        this.cipher = Objects.requireNonNull(cipher, "cipher must not be null");
        return this;
    }

    /**
     * Adds a provider; at least one is required.
     *
     * @param provider a way to reach calendars, under an id of its own
     * @return this builder
     * @throws IllegalArgumentException if one is registered under its id already
     */
    public CalendarSyncBuilder provider(CalendarProvider provider) {
        Objects.requireNonNull(provider, "provider must not be null");
        if (providers.putIfAbsent(provider.id(), provider) != null) {
            throw new IllegalArgumentException("a provider is registered under this id already: " + provider.id());
        }
        return this;
    }

    /**
     * Adds a subscriber.
     *
     * @param subscriber who is told what changes, under a durable name
     * @return this builder
     * @throws IllegalArgumentException if its name is taken or not 1 to 60 lower-case letters, digits and hyphens
     */
    public CalendarSyncBuilder subscriber(Subscriber subscriber) {
        Objects.requireNonNull(subscriber, "subscriber must not be null");
        if (!subscriber.name().matches(SUBSCRIBER_NAME)) {
            throw new IllegalArgumentException(
                    "a subscriber's name is 1 to 60 lower-case letters, digits and hyphens, starting with a letter: "
                            + subscriber.name());
        }
        if (subscribers.putIfAbsent(subscriber.name(), subscriber) != null) {
            throw new IllegalArgumentException("a subscriber has this name already: " + subscriber.name());
        }
        return this;
    }

    /**
     * Sets how long things are kept; {@link Retention#standard()} if not said.
     *
     * @param retention how long past events, logs and the rest are kept
     * @return this builder
     */
    public CalendarSyncBuilder retention(Retention retention) {
        this.retention = Objects.requireNonNull(retention, "retention must not be null");
        return this;
    }

    /**
     * Sets the only source of the time; the system's if not said.
     *
     * @param clock asked from several threads
     * @return this builder
     */
    public CalendarSyncBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock must not be null");
        return this;
    }

    /**
     * Sets the source of versions and jitter, thread-safe; only simulations give one that can be foretold.
     *
     * @param random asked from several threads
     * @return this builder
     */
    public CalendarSyncBuilder random(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random must not be null");
        return this;
    }

    /**
     * Sets who is told what the engine does; nobody if not said.
     *
     * @param observer called in the threads that do the work
     * @return this builder
     */
    public CalendarSyncBuilder observer(SyncObserver observer) {
        this.observer = Objects.requireNonNull(observer, "observer must not be null");
        return this;
    }

    /**
     * Sets how often a calendar is read whose source does not say; a quarter of an hour if not said.
     *
     * @param interval from one reading to the next, positive; below 5 minutes it counts as 5 minutes, above 24 hours as
     *     24 hours
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public CalendarSyncBuilder pollEvery(Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("pollEvery must be positive, is " + interval);
        }
        this.pollEvery = interval;
        return this;
    }

    /**
     * Sets after what time another node takes over the job of one that died; 5 minutes if not said.
     *
     * <p>What {@link Work#start} runs extends its leases every quarter of their length, and at least every 10 seconds.
     *
     * @param length 10 seconds to 24 hours; extended for as long as the job runs
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer than that
     */
    public CalendarSyncBuilder lease(Duration length) {
        if (length.compareTo(SHORTEST_LEASE) < 0 || length.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease must be 10 seconds to 24 hours, is " + length);
        }
        this.lease = length;
        return this;
    }

    /**
     * Sets which events block time, and when a calendar is too old to tell; {@link BusyPolicy#standard} if not said.
     *
     * @param policy the same on every node
     * @return this builder
     */
    public CalendarSyncBuilder busyPolicy(BusyPolicy policy) {
        this.busyPolicy = Objects.requireNonNull(policy, "policy must not be null");
        return this;
    }

    /**
     * Says that what is to be published is stored encrypted, with the titles and attendees it names. What was stored before
     * stays readable, and is encrypted when it is next written.
     *
     * @return this builder
     */
    public CalendarSyncBuilder encryptDrafts() {
        this.encryptDrafts = true;
        return this;
    }

    /**
     * Says that no other node uses the store while this one does: what a node that died was doing is taken up at once,
     * not when its lease ends. For programs that hold a lock on their store, such as an H2 file.
     *
     * @return this builder
     */
    public CalendarSyncBuilder soleNode() {
        this.soleNode = true;
        return this;
    }

    /**
     * Sets how long a call waits for another node that is renewing the same grant; 10 seconds if not said. After that
     * it fails with {@link ProviderUnavailable}, and work is tried again.
     *
     * @param most zero or more; zero where nodes take turns in one thread
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public CalendarSyncBuilder waiting(Duration most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("waiting must not be negative, is " + most);
        }
        this.waiting = most;
        return this;
    }

    /**
     * Sets what tells how much time has passed whatever clocks say; {@link System#nanoTime} if not said. Only
     * simulations give another.
     *
     * @param nanoseconds counts up, from anywhere; asked from several threads
     * @return this builder
     */
    public CalendarSyncBuilder monotonic(LongSupplier nanoseconds) {
        this.monotonic = Objects.requireNonNull(nanoseconds, "nanoseconds must not be null");
        return this;
    }

    /**
     * Sets how many requests a minute the whole application may make to a provider, as its console says. What it says
     * is kept below, by all nodes together; interactive calls come before renewals, and those before polls. Where
     * nothing is said, the library finds out: polls begin with 600 and double each minute while there is need, until the
     * provider finds it too much.
     *
     * @param provider the id of a provider
     * @param most 60 or more
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public CalendarSyncBuilder requestsPerMinute(ProviderId provider, int most) {
        if (most < LEAST_REQUESTS) {
            throw new IllegalArgumentException("requestsPerMinute must be 60 or more, is " + most);
        }
        limits.put(provider, most);
        return this;
    }

    /**
     * Sets where providers reach {@link Notifications#handle} from outside; without it calendars are only polled.
     *
     * @param endpoint the {@code https} address the host serves, without query or fragment; {@code http} is taken for
     *     loopback addresses only. Providers get it with a query of ours, which has to come through
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public CalendarSyncBuilder publicUrl(URI endpoint) {
        boolean secure = "https".equalsIgnoreCase(endpoint.getScheme());
        boolean here = "http".equalsIgnoreCase(endpoint.getScheme()) && isLoopback(endpoint.getHost());
        boolean bare = endpoint.getRawQuery() == null && endpoint.getRawFragment() == null;
        if (endpoint.getHost() == null || !bare || !(secure || here)) {
            throw new IllegalArgumentException(
                    "publicUrl must be an https address without query or fragment, is " + endpoint);
        }
        this.publicUrl = Optional.of(endpoint);
        return this;
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
    }

    /**
     * Names the installation, so that two of them, such as one for tests on a copy of the other's store, know their own
     * events and watch channels from the other's. Made up once and kept in the store if not said, which a copy of the
     * store copies too.
     *
     * @param name 1 to 40 lower-case letters, digits and hyphens; never changed later
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public CalendarSyncBuilder installation(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "an installation's name is 1 to 40 lower-case letters, digits and hyphens: " + name);
        }
        this.installation = Optional.of(name);
        return this;
    }

    /**
     * {@return the library, ready to be used; registers the subscribers with the store}
     *
     * @throws Misconfigured if the store, the cipher or a provider is missing
     */
    public CalendarSync build() {
        if (store == null) {
            throw new Misconfigured(
                    "No store is given: say where to keep things with store(..)", FaultSource.unknown());
        }
        if (cipher == null) {
            throw new Misconfigured(
                    "No cipher is given: credentials and feed addresses are only stored encrypted, see cipher(..)",
                    FaultSource.unknown());
        }
        if (providers.isEmpty()) {
            throw new Misconfigured(
                    "No provider is given: say what kinds of calendars there are with provider(..)",
                    FaultSource.unknown());
        }
        Settings settings = new Settings(
                retention,
                clock,
                random,
                observer,
                pollEvery,
                lease,
                soleNode,
                busyPolicy,
                encryptDrafts,
                new Reach(publicUrl, installation),
                new OtherNodes(waiting, monotonic),
                limits);
        return new Engine(store, cipher, providers.values(), subscribers.values(), settings);
    }

    /** What was said, or not said. */
    record Settings(
            Retention retention,
            InstantSource clock,
            RandomGenerator random,
            SyncObserver observer,
            Duration pollEvery,
            Duration lease,
            boolean soleNode,
            BusyPolicy busyPolicy,
            boolean encryptDrafts,
            Reach reach,
            OtherNodes otherNodes,
            Map<ProviderId, Integer> limits) {}

    /** Where the installation is found, and under which name. */
    record Reach(Optional<URI> publicUrl, Optional<String> installation) {}
}
