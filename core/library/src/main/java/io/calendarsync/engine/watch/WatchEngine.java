package io.calendarsync.engine.watch;

import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.Page;
import io.calendarsync.WatchState;
import io.calendarsync.WatchStatus;
import io.calendarsync.Watches;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ChannelRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Paged;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchRecord;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WatchableSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after watches, where the host has said where it is reached. Thread-safe. */
public final class WatchEngine implements Watches {

    private static final Logger LOG = LoggerFactory.getLogger(WatchEngine.class);
    private static final int PAGE = 100;
    private static final int OVER_SECONDS = 1800;
    /** How old a change is before its notice counts as missing. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Lookout lookout;
    private final Optional<URI> publicUrl;
    private final RandomGenerator dice;
    private final AtomicBoolean compared = new AtomicBoolean();

    /**
     * Creates it.
     *
     * @param publicUrl where the host is reached; without it nothing is watched
     */
    public WatchEngine(Lookout lookout, Optional<URI> publicUrl, RandomGenerator dice) {
        this.lookout = lookout;
        this.publicUrl = publicUrl;
        this.dice = dice;
    }

    /** Has all watches looked at where this node is reached elsewhere than the installation was; the first time asked. */
    public void compareAddress() {
        if (compared.compareAndSet(false, true)) {
            address()
                    .ifPresent(known -> lookout.installation()
                            .reachedAt(
                                    known.common(),
                                    lookout.due(),
                                    Job.rewatch(),
                                    lookout.clock().instant()));
        }
    }

    /** Has all watches looked at, over some time, so that they are not all renewed together ever after. */
    public Optional<Instant> rewatch() {
        Instant now = lookout.clock().instant();
        Optional<String> after = Optional.empty();
        do {
            Paged<Stored<CalendarRecord>> page = lookout.calendars().page(after, PAGE);
            for (Stored<CalendarRecord> calendar : page.items()) {
                CalendarId id = calendar.value().info().id();
                ring(WatchTarget.of(id), now);
                ring(WatchTarget.listOf(Keyspace.connectionOf(id)), now);
            }
            after = page.next();
        } while (after.isPresent());
        return Optional.empty();
    }

    private void ring(WatchTarget target, Instant now) {
        lookout.due().ring(Job.watch(target), now.plusSeconds(dice.nextInt(OVER_SECONDS)));
    }

    private Optional<NotificationAddress> address() {
        return publicUrl.map(url -> new NotificationAddress(url, lookout.name().get()));
    }

    /** Looks after one watch; returns when to come back. */
    public Optional<Instant> turn(String target) {
        return address().flatMap(known -> new WatchTurn(lookout, known, dice).run(new WatchTarget(target)));
    }

    /** Returns whether changes of a calendar are told as they happen, as far as is known. */
    public boolean isLive(CalendarId calendar) {
        return publicUrl.isPresent() && live(WatchTarget.of(calendar)).isPresent();
    }

    private Optional<ChannelRecord> live(WatchTarget target) {
        Instant now = lookout.clock().instant();
        return address()
                .flatMap(known -> lookout.watches()
                        .find(target)
                        .flatMap(read -> WatchPlan.live(read.value(), known.common(), now)));
    }

    /**
     * Takes note that a reading found a change nobody had told of: a channel that stood by then and was silent is no good
     * (H30).
     *
     * @param changed when the change was made, as the provider says
     */
    public void foundUntold(CalendarId calendar, Instant changed) {
        Instant now = lookout.clock().instant();
        WatchTarget target = WatchTarget.of(calendar);
        Optional<ChannelRecord> silent = live(target)
                .filter(channel -> changed.plus(LATE).isBefore(now))
                .filter(channel -> channel.times().opened().isBefore(changed))
                .filter(channel ->
                        channel.times().noticed().plus(Doorbell.NOTED_EVERY).isBefore(changed));
        if (silent.isEmpty()) {
            return;
        }
        lookout.watches().find(target).ifPresent(read -> {
            Commit commit = lookout.records().begin();
            lookout.watches()
                    .save(commit, read, read.value().changed(silent.get().state(WatchState.SUSPECT)));
            lookout.due().put(commit, Job.watch(target), now);
            commit.run();
        });
    }

    /** Stops all channels of a connection that is about to go; returns sentences about those that stay. */
    public List<String> leave(ConnectionRecord connection) {
        List<String> remains = new ArrayList<>();
        List<ChannelRecord> channels = lookout.watches().of(connection.id()).stream()
                .flatMap(read -> read.value().channels().stream())
                .filter(channel ->
                        channel.granted().expires().isAfter(lookout.clock().instant()))
                .toList();
        if (channels.isEmpty()) {
            return remains;
        }
        try (ProviderSession session = lookout.sessions().apply(connection)) {
            if (session instanceof WatchableSession watchable) {
                channels.forEach(channel -> stop(connection, watchable, channel, remains));
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("watches not stopped connection={}", connection.id(), AdapterFaults.declared(e, connection));
            remains.add(channels.size() + " watch channels stay until they end: the provider lets nobody in");
        }
        return remains;
    }

    private static void stop(
            ConnectionRecord connection, WatchableSession session, ChannelRecord channel, List<String> remains) {
        try {
            if (channel.isKnown()) {
                session.stop(channel.granted());
                return;
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("watch not stopped connection={}", connection.id(), AdapterFaults.declared(e, connection));
        }
        remains.add("A watch channel stays until " + channel.granted().expires() + "; what it tells is dropped");
    }

    @Override
    public List<WatchStatus> ensure(ConnectionId connection, boolean force) {
        if (lookout.connections().find(connection).isEmpty()) {
            throw new NotFound("There is no connection " + connection, FaultSource.unknown());
        }
        List<WatchStatus> before = of(connection);
        Instant now = lookout.clock().instant();
        if (force) {
            lookout.watches().of(connection).forEach(read -> {
                Commit commit = lookout.records().begin();
                lookout.watches().save(commit, read, read.value().forced(now));
                commit.run();
            });
        }
        lookout.due().ring(Job.watch(WatchTarget.listOf(connection)), now);
        lookout.calendars()
                .of(connection)
                .forEach(calendar -> lookout.due()
                        .ring(Job.watch(WatchTarget.of(calendar.value().info().id())), now));
        return before;
    }

    @Override
    public List<WatchStatus> of(ConnectionId connection) {
        return lookout.watches().of(connection).stream()
                .map(Stored::value)
                .map(this::status)
                .toList();
    }

    @Override
    public Page<WatchStatus> all(Optional<String> after) {
        Paged<WatchRecord> page = lookout.watches().page(after, PAGE);
        return new Page<>(page.items().stream().map(this::status).toList(), page.next());
    }

    private WatchStatus status(WatchRecord watch) {
        Instant now = lookout.clock().instant();
        Optional<ChannelRecord> best = address()
                .flatMap(known -> WatchPlan.live(watch, known.common(), now))
                .or(() -> watch.channels().stream().reduce((first, last) -> last));
        String why =
                watch.refused().isSo() ? watch.refused().why() : watch.trouble().message();
        return new WatchStatus(
                watch.target().connection(),
                watch.target().calendar(),
                best.map(channel -> state(channel, now)).orElse(WatchState.FAILED),
                best.filter(ChannelRecord::isKnown)
                        .map(channel -> channel.granted().expires()),
                why);
    }

    private static WatchState state(ChannelRecord channel, Instant now) {
        return channel.granted().expires().isAfter(now) ? channel.state() : WatchState.EXPIRED;
    }
}
