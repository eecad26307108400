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
import io.calendarsync.engine.record.AccountRecords;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.BudgetRecords;
import io.calendarsync.engine.record.CalendarListRecords;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.ConnectionRecords;
import io.calendarsync.engine.record.ConsentRecords;
import io.calendarsync.engine.record.CredentialRecords;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.EventCodec;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.HoursRecords;
import io.calendarsync.engine.record.InstallationRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.LinkRecords;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnWriteRecords;
import io.calendarsync.engine.record.OwnerExport;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.PayloadFit;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.PublicationCodec;
import io.calendarsync.engine.record.PublicationRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.ReviewRecords;
import io.calendarsync.engine.record.SeenRecords;
import io.calendarsync.engine.record.SubscriberRecords;
import io.calendarsync.engine.record.SyncEventCodec;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.engine.record.WatchRecords;
import io.calendarsync.engine.token.ConnectionEngine;
import io.calendarsync.engine.token.Desk;
import io.calendarsync.engine.token.Erasure;
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
import java.util.random.RandomGenerator;

/** Puts the parts together; each is told only what it needs. Thread-safe. */
final class Engine implements CalendarSync {

    private static final Duration TIDY_EVERY = Duration.ofHours(20);
    private static final int TIDY_JITTER_MINUTES = 240;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final SyncObserver observer;
    private final CalendarRecords calendars;
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

        Records records = new Records(store, () -> random.nextLong(1, Long.MAX_VALUE));
        this.calendars = new CalendarRecords(records);
        this.budgets = new Budgets(new BudgetRecords(records), settings.limits(), clock);
        ConnectionRecords stored = new ConnectionRecords(records);
        CredentialRecords credentials = new CredentialRecords(records, cipher);
        EventCodec eventCodec = new EventCodec();
        EventRecords events = new EventRecords(records, eventCodec);
        LogRecords entries = new LogRecords(records, new SyncEventCodec(), new PayloadFit(eventCodec));
        DueRecords due = new DueRecords(records);
        OwnerRecords owners = new OwnerRecords(records);
        AuditRecords audit = new AuditRecords(records);
        ProgressRecords progress = new ProgressRecords(records);
        SubscriberRecords subscribers = new SubscriberRecords(records);
        WatchRecords watchRecords = new WatchRecords(records);
        Shelf shelf = new Shelf(
                records,
                calendars,
                stored,
                events,
                new SeenRecords(records),
                new ReviewRecords(records),
                entries,
                due,
                new LinkRecords(records),
                new OwnWriteRecords(records));
        PublicationCodec publicationCodec = new PublicationCodec();
        PublicationRecords publications =
                new PublicationRecords(records, publicationCodec, cipher, settings.encryptDrafts());
        Desk desk = new Desk(
                records,
                owners,
                stored,
                credentials,
                new AccountRecords(records),
                new CalendarListRecords(records),
                new ConsentRecords(records, cipher),
                calendars,
                events,
                shelf.links(),
                shelf.ownWrites(),
                publications,
                shelf.seen(),
                shelf.reviews(),
                entries,
                progress,
                watchRecords,
                audit,
                due);

        Rules rules = Rules.standard().poll(settings.pollEvery());
        int payload = records.payloadLimit();
        PayloadFit fit = new PayloadFit(eventCodec);
        Observing observing = Observing.over(shelf, rules, event -> fit.fit(event, payload / 2));
        Providers providers = new Providers(registered, credentials, this::tokens, events, this::budget, clock);
        Pulling pulling = new Pulling(
                new Puller(shelf, rules, providers, observing, neighbours(stored, due), clock, random),
                calendars,
                observer);
        Erasure erasure = new Erasure(desk, clock, settings.lease().multipliedBy(2));
        Logs logs = new Logs(calendars, owners, entries);
        Snapshots snapshots = new Snapshots(events);
        Deliverer deliverer =
                new Deliverer(records, logs, snapshots, subscribers, progress, clock, Patience.standard(), observer);
        Announcer announcer = new Announcer(subscribers, due, clock);
        Purger purger =
                new Purger(records, calendars, owners, entries, audit, subscribers, progress, settings.retention());
        Tidying tidying =
                new Tidying(shelf, rules, observing, settings.retention().pastEvents(), purger::purge);
        Map<String, Subscriber> byName = new LinkedHashMap<>();
        handlers.forEach(handler -> byName.put(handler.name(), handler));
        Subscriptions subscriptions =
                new Subscriptions(records, subscribers, progress, calendars, owners, logs, due, clock);

        Ledger ledger = new Ledger(
                records, publications, calendars, stored, events, shelf.links(), shelf.ownWrites(), due, audit);
        InstallationRecords installation = new InstallationRecords(records);
        Sightings sightings = new Sightings(shelf, observing, clock);
        this.publishing = new Publishing(
                new Lane(
                        ledger,
                        (read, sighting) -> sightings.apply(read, sighting).isPresent(),
                        providers::open,
                        new Names(() -> settings.reach().installation().orElseGet(installation::name)),
                        failures -> rules.backoff().pause(failures, random),
                        clock),
                due,
                clock);
        this.publisher = new StoredPublisher(ledger, publicationCodec, clock);
        DeadLetters letters = new DeadLetters(ledger, clock);

        Map<String, JobKind> kinds = new LinkedHashMap<>(Map.of(
                "pull",
                        (target, ours) -> {
                            publishing.before(new CalendarId(target), ours);
                            return pulling.turn(new CalendarId(target), Urgency.POLL)
                                    .again();
                        },
                "announce",
                        (target, ours) -> {
                            announcer.announce(target);
                            return Optional.empty();
                        },
                "tidy",
                        (target, ours) -> tidying.tidy(new CalendarId(target), clock.instant())
                                ? Optional.of(nextTidying())
                                : Optional.empty(),
                "disconnect", (target, ours) -> leave(new ConnectionId(target)),
                "list", (target, ours) -> list(new ConnectionId(target)),
                "consent", (target, ours) -> forgetConsent(target),
                "wake", (target, ours) -> wake(new ConnectionId(target)),
                "watch", (target, ours) -> watch(target),
                "rewatch", (target, ours) -> rewatch(),
                "erase", (target, ours) -> erasure.goOn(target)));
        kinds.put("publish", (target, ours) -> publishing.turn(worker(), new CalendarId(target)));
        List<String> queues = new ArrayList<>(List.of(Job.common()));
        byName.values().forEach(handler -> {
            queues.add(Job.deliveries(handler.name()));
            kinds.put(Job.delivery(handler.name()), (target, ours) -> {
                if (!subscriptions.seen(handler.name())) {
                    return Optional.empty();
                }
                Optional<Instant> again = deliver(deliverer, handler, target, ours);
                observer.delivered(handler.name(), target);
                return again;
            });
        });
        this.worker = new Worker(due, kinds, () -> queues, settings.lease(), clock, random, observer, () -> {
            byName.keySet().forEach(subscriptions::seen);
            compareAddress();
        });
        this.work = new HostedWork(worker, worker.renewEvery());
        CalendarSyncBuilder.Reach reach = settings.reach();
        Lookout lookout = new Lookout(
                records,
                owners,
                stored,
                calendars,
                desk.lists(),
                watchRecords,
                due,
                new InstallationRecords(records),
                reach.installation(),
                connection -> providers.open(connection, Urgency.RENEWAL),
                clock);
        this.watches = new WatchEngine(lookout, reach.publicUrl(), random);
        this.doorbell = new Doorbell(registered, lookout, work::wake);
        this.connections = new ConnectionEngine(
                desk,
                erasure,
                new ConnectionEngine.Surroundings(
                        providers::get,
                        providers::forScheme,
                        connection -> providers.open(connection, Urgency.RENEWAL),
                        watches::leave,
                        clock,
                        random,
                        settings.otherNodes()));
        SyncDesk syncDesk = new SyncDesk(
                shelf, audit, new Previews(shelf, rules, providers, observing), id -> pulling.now(worker, id), clock);
        HoursRecords hours = new HoursRecords(records);
        Availability availability = new Availability(stored, calendars, events, hours, settings.busyPolicy(), clock);
        this.agenda = new JoinedAgenda(syncDesk, availability, new OwnerHours(records, owners, hours));
        this.feed = new LogDesk(
                records,
                new FeedReader(logs, stored, calendars, clock),
                logs,
                snapshots,
                subscribers,
                subscriptions,
                progress,
                due,
                audit,
                clock);
        this.operations = new StoredOperations(
                stored,
                calendars,
                audit,
                new OwnerExport(
                        stored, calendars, events, entries, shelf.links(), ledger.publications(), owners, hours, audit),
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

    private Neighbours neighbours(ConnectionRecords stored, DueRecords due) {
        return new Neighbours() {
            @Override
            public void foundNews(CalendarId calendar, Instant changed) {
                watches.foundUntold(calendar, changed);
            }

            @Override
            public void overspent(ConnectionId connection) {
                stored.find(connection)
                        .ifPresent(read -> budgets.overspent(read.value().provider()));
            }

            @Override
            public boolean isWatched(CalendarId calendar) {
                return watches.isLive(calendar);
            }

            @Override
            public void tokensRefused(ConnectionId connection) {
                connections.lost().consentChanged(connection);
            }

            @Override
            public void calendarUnknown(ConnectionId connection) {
                due.ring(Job.list(connection.value()), clock.instant());
            }
        };
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
