package io.calendarsync;

import io.calendarsync.engine.agenda.Availability;
import io.calendarsync.engine.agenda.OwnerHours;
import io.calendarsync.engine.log.Announcer;
import io.calendarsync.engine.log.Deliverer;
import io.calendarsync.engine.log.FeedReader;
import io.calendarsync.engine.log.LogDesk;
import io.calendarsync.engine.log.Logs;
import io.calendarsync.engine.log.Patience;
import io.calendarsync.engine.log.Purger;
import io.calendarsync.engine.log.Snapshots;
import io.calendarsync.engine.log.Subscriptions;
import io.calendarsync.engine.publish.DeadLetters;
import io.calendarsync.engine.publish.Lane;
import io.calendarsync.engine.publish.Ledger;
import io.calendarsync.engine.publish.Names;
import io.calendarsync.engine.publish.StoredPublisher;
import io.calendarsync.engine.publish.TakingBack;
import io.calendarsync.engine.pull.Neighbours;
import io.calendarsync.engine.pull.Observing;
import io.calendarsync.engine.pull.Previews;
import io.calendarsync.engine.pull.Providers;
import io.calendarsync.engine.pull.Puller;
import io.calendarsync.engine.pull.Rules;
import io.calendarsync.engine.pull.Shelf;
import io.calendarsync.engine.pull.Sightings;
import io.calendarsync.engine.pull.SyncDesk;
import io.calendarsync.engine.pull.Tidying;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.engine.token.ConnectionEngine;
import io.calendarsync.engine.token.Desk;
import io.calendarsync.engine.token.Erasure;
import io.calendarsync.engine.token.LostGrants;
import io.calendarsync.engine.token.Published;
import io.calendarsync.engine.token.Views;
import io.calendarsync.engine.watch.Doorbell;
import io.calendarsync.engine.watch.Lookout;
import io.calendarsync.engine.watch.WatchEngine;
import io.calendarsync.engine.work.Budgets;
import io.calendarsync.engine.work.HostedWork;
import io.calendarsync.engine.work.JobKind;
import io.calendarsync.engine.work.StoredOperations;
import io.calendarsync.engine.work.Worker;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.RequestBudget;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts the parts together; each is told only what it needs. Thread-safe. */
final class Engine implements CalendarSync {

    private static final Duration TIDY_EVERY = Duration.ofHours(20);
    private static final int TIDY_JITTER_MINUTES = 240;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final SyncObserver observer;
    private final Budgets budgets;
    private final Worker worker;
    private final HostedWork work;
    private final ConnectionEngine connections;
    private final Publishing publishing;
    private final StoredPublisher publisher;
    private final JoinedAgenda agenda;
    private final WatchEngine watches;
    private final Doorbell doorbell;
    private final LogDesk feed;
    private final StoredOperations operations;

    Engine(
            SyncStore store,
            RecordCipher cipher,
            Collection<CalendarProvider> registered,
            Collection<Subscriber> handlers,
            CalendarSyncBuilder.Settings settings) {
        this.clock = settings.clock();
        this.random = settings.random();
        this.observer = new GuardedObserver(settings.observer());

        Archive archive =
                new Archive(store, cipher, settings.encryptDrafts(), () -> random.nextLong(1, Long.MAX_VALUE));
        this.budgets = new Budgets(archive.budgets, settings.limits(), clock);
        Shelf shelf = archive.shelf;
        Desk desk = archive.desk;
        CalendarRecords calendars = archive.calendars;
        DueRecords due = archive.due;
        Supplier<String> installation = () -> settings.reach().installation().orElseGet(archive.installation::name);

        Rules rules = Rules.standard().poll(settings.pollEvery());
        Observing observing = Observing.over(shelf, rules, archive::fitted);
        Providers providers =
                new Providers(registered, archive.credentials, this::tokens, archive.events, this::budget, clock);
        Neighbours neighbours = new ReadingNeighbours(archive, budgets, this::watchEngine, this::lostGrants, clock);
        Pulling pulling = new Pulling(
                new Puller(shelf, rules, providers, observing, neighbours, clock, random), calendars, observer);
        Erasure erasure = new Erasure(desk, clock, settings.lease().multipliedBy(2));
        Logs logs = new Logs(calendars, archive.owners, archive.log);
        Snapshots snapshots = new Snapshots(archive.events);
        Deliverer deliverer = new Deliverer(
                archive.records,
                logs,
                snapshots,
                archive.subscribers,
                archive.progress,
                clock,
                Patience.standard(),
                observer);
        Announcer announcer = new Announcer(archive.subscribers, due, clock);
        Purger purger = new Purger(
                archive.records,
                calendars,
                archive.owners,
                archive.log,
                archive.audit,
                archive.subscribers,
                archive.progress,
                settings.retention());
        Tidying tidying =
                new Tidying(shelf, rules, observing, settings.retention().pastEvents(), purger::purge);
        Map<String, Subscriber> byName = new LinkedHashMap<>();
        handlers.forEach(handler -> byName.put(handler.name(), handler));
        Subscriptions subscriptions = new Subscriptions(
                archive.records, archive.subscribers, archive.progress, calendars, archive.owners, logs, due, clock);

        Ledger ledger = archive.ledger;
        Sightings sightings = new Sightings(shelf, observing, clock);
        this.publishing = new Publishing(
                new Lane(
                        ledger,
                        (read, sighting) -> sightings.apply(read, sighting).isPresent(),
                        providers::open,
                        new Names(installation),
                        failures -> rules.backoff().pause(failures, random),
                        clock),
                due,
                clock);
        TakingBack takingBack = new TakingBack(ledger, id -> publishing.turn(worker(), id), clock);
        this.publisher = new StoredPublisher(ledger, archive.drafts, clock);
        DeadLetters letters = new DeadLetters(ledger, clock);

        Map<String, JobKind> kinds = new LinkedHashMap<>(Map.of(
                "pull",
                        (target, hold) -> {
                            publishing.before(new CalendarId(target), hold::isOurs);
                            return pulling.turn(new CalendarId(target), Urgency.POLL, hold)
                                    .again();
                        },
                "announce",
                        (target, hold) -> {
                            announcer.announce(target);
                            return Optional.empty();
                        },
                "tidy",
                        (target, hold) -> tidying.tidy(new CalendarId(target), clock.instant())
                                ? Optional.of(nextTidying())
                                : Optional.empty(),
                "disconnect", (target, hold) -> leave(new ConnectionId(target)),
                "list", (target, hold) -> list(new ConnectionId(target)),
                "consent", (target, hold) -> forgetConsent(target),
                "wake", (target, hold) -> wake(new ConnectionId(target)),
                "watch", (target, hold) -> watch(target),
                "rewatch", (target, hold) -> rewatch(),
                "erase", (target, hold) -> erasure.goOn(target)));
        kinds.put("publish", (target, hold) -> publishing.turn(worker(), new CalendarId(target)));
        List<String> queues = new ArrayList<>(List.of(Job.common()));
        byName.values().forEach(handler -> {
            queues.add(Job.deliveries(handler.name()));
            kinds.put(Job.delivery(handler.name()), (target, hold) -> {
                if (!subscriptions.seen(handler.name())) {
                    return Optional.empty();
                }
                Optional<Instant> again = deliver(deliverer, handler, target, hold::isOurs);
                observer.delivered(handler.name(), target);
                return again;
            });
        });
        this.worker = new Worker(due, kinds, () -> queues, settings.lease(), clock, random, observer, () -> {
            byName.keySet().forEach(subscriptions::seen);
            compareAddress();
        });
        this.work = new HostedWork(worker, worker.renewEvery());
        Lookout lookout = new Lookout(
                archive.records,
                archive.owners,
                archive.connections,
                calendars,
                desk.lists(),
                archive.watches,
                due,
                archive.installation,
                installation,
                connection -> providers.open(connection, Urgency.RENEWAL),
                clock);
        this.watches = new WatchEngine(lookout, settings.reach().publicUrl(), random);
        this.doorbell = new Doorbell(registered, lookout, work::wake);
        this.connections = new ConnectionEngine(
                desk,
                erasure,
                new ConnectionEngine.Surroundings(
                        providers::get,
                        providers::forScheme,
                        connection -> providers.open(connection, Urgency.RENEWAL),
                        watches::leave,
                        new Published(takingBack::count, takingBack::from),
                        clock,
                        random,
                        settings.otherNodes()));
        SyncDesk syncDesk = new SyncDesk(
                shelf,
                archive.audit,
                new Previews(shelf, rules, providers, observing),
                id -> pulling.now(worker, id),
                clock);
        Availability availability = new Availability(
                archive.connections, calendars, archive.events, archive.hours, settings.busyPolicy(), clock);
        this.agenda = new JoinedAgenda(
                syncDesk, availability, new OwnerHours(archive.records, archive.owners, archive.hours));
        this.feed = new LogDesk(
                archive.records,
                new FeedReader(logs, archive.connections, calendars, clock),
                logs,
                snapshots,
                archive.subscribers,
                subscriptions,
                archive.progress,
                due,
                archive.audit,
                clock);
        this.operations = new StoredOperations(
                archive.connections,
                calendars,
                archive.audit,
                archive.export(),
                connections::erase,
                new StoredOperations.Views(Views::view, Views::view),
                new StoredOperations.Letters(letters::failed, letters::retry, letters::drop));
        if (settings.soleNode()) {
            queues.forEach(queue -> due.freeAll(queue, clock.instant()));
        }
        byName.values().forEach(subscriptions::register);
    }

    private AccessTokens tokens(ConnectionId connection) {
        return connections.tokens(connection);
    }

    private Optional<Instant> list(ConnectionId connection) {
        return connections.list(connection);
    }

    private Optional<Instant> leave(ConnectionId connection) {
        return connections.disconnect(connection);
    }

    private Optional<Instant> forgetConsent(String name) {
        return connections.forgetConsent(name);
    }

    private RequestBudget budget(ProviderId provider, Urgency urgency) {
        return budgets.of(provider, urgency);
    }

    private Optional<Instant> wake(ConnectionId connection) {
        return connections.wake(connection);
    }

    private Optional<Instant> rewatch() {
        return watches.rewatch();
    }

    private void compareAddress() {
        watches.compareAddress();
    }

    private Optional<Instant> watch(String target) {
        return watches.turn(target);
    }

    private WatchEngine watchEngine() {
        return watches;
    }

    private LostGrants lostGrants() {
        return connections.lost();
    }

    private Worker worker() {
        return worker;
    }

    private Optional<Instant> deliver(Deliverer deliverer, Subscriber handler, String log, BooleanSupplier ours) {
        try {
            return deliverer.deliver(handler, log, ours);
        } catch (Deliverer.LostClaim e) {
            return Optional.of(clock.instant());
        }
    }

    private Instant nextTidying() {
        return clock.instant().plus(TIDY_EVERY).plus(Duration.ofMinutes(random.nextInt(TIDY_JITTER_MINUTES)));
    }

    @Override
    public Connections connections() {
        return connections.connections();
    }

    @Override
    public Agenda agenda() {
        return agenda;
    }

    @Override
    public Watches watches() {
        return watches;
    }

    @Override
    public Publisher publisher() {
        return publisher;
    }

    @Override
    public Notifications notifications() {
        return doorbell;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Work work() {
        return work;
    }

    @Override
    public void close() {
        work.close();
    }
}
