package io.calendarsync.engine.watch;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.CursorLost;
import io.calendarsync.NotFound;
import io.calendarsync.PermanentFailure;
import io.calendarsync.WatchState;
import io.calendarsync.engine.record.AdapterFaults;
import io.calendarsync.engine.record.Backoff;
import io.calendarsync.engine.record.ChannelRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.Trouble;
import io.calendarsync.engine.record.WatchRecord;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Takes a watch as far as it can be taken now, step by step: opens, renews, replaces, stops, forgets. Each step is
 * written down before the provider is asked and after it has answered, so that a crash between leaves nothing unknown
 * but an answer (H29). Thread-safe; the caller holds the watch's claim.
 */
final class WatchTurn {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Backoff BACKOFF = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private static final int MANY = 20;
    private static final int STEPS = 20;
    private static final int TRIES = 10;

    private final Lookout lookout;
    private final NotificationAddress address;
    private final RandomGenerator dice;

    WatchTurn(Lookout lookout, NotificationAddress address, RandomGenerator dice) {
        this.lookout = lookout;
        this.address = address;
        this.dice = dice;
    }

    /** Takes it; returns when to come back, absent where there is nothing to come back to. */
    Optional<Instant> run(WatchTarget target) {
        Optional<Scene> scene = Scene.of(target, lookout);
        if (scene.isEmpty()) {
            return Optional.empty();
        }
        try (ProviderSession session =
                lookout.sessions().apply(scene.get().connection().value())) {
            return session instanceof WatchableSession watchable
                    ? steps(target, scene.get(), watchable)
                    : Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(failed(
                    target, AdapterFaults.declared(e, scene.get().connection().value())));
        }
    }

    private Optional<Instant> steps(WatchTarget target, Scene scene, WatchableSession session) {
        for (int step = 0; step < STEPS; step++) {
            Optional<Stored<WatchRecord>> read = lookout.watches().find(target);
            WatchRecord watch = read.map(Stored::value)
                    .orElseGet(() ->
                            WatchRecord.begin(target, scene.connection().value().provider()));
            Instant now = lookout.clock().instant();
            WatchPlan.Step next = WatchPlan.next(watch, address.common(), scene.wanted(), now);
            if (next instanceof WatchPlan.Step.Rest rest) {
                return Optional.of(rest.until());
            }
            if (next instanceof WatchPlan.Step.Done) {
                read.ifPresent(this::delete);
                return Optional.empty();
            }
            if (!scene.isReachable() && !(next instanceof WatchPlan.Step.Forget)) {
                // Without a grant nothing can be stopped: it ends by itself.
                return Optional.of(now.plus(LONGEST_PAUSE));
            }
            take(next, new Turn(target, scene, session, read, now));
        }
        return Optional.of(lookout.clock().instant().plus(FIRST_PAUSE));
    }

    private record Turn(
            WatchTarget target,
            Scene scene,
            WatchableSession session,
            Optional<Stored<WatchRecord>> read,
            Instant now) {}

    private void take(WatchPlan.Step step, Turn turn) {
        if (step instanceof WatchPlan.Step.Forget forget) {
            forget(turn, forget.channel());
        } else if (step instanceof WatchPlan.Step.Stop stop) {
            turn.session().stop(stop.channel().granted());
            change(turn.target(), watch -> watch.without(stop.channel().id()));
        } else if (step instanceof WatchPlan.Step.Renew renew) {
            renew(turn, renew.channel());
        } else {
            open(turn);
        }
    }

    private void forget(Turn turn, ChannelRecord channel) {
        if (channel.isKnown() && turn.scene().isReachable()) {
            // Over only if this node's clock is right; what has ended is stopped without harm.
            turn.session().stop(channel.granted());
        }
        change(turn.target(), watch -> watch.without(channel.id()));
        // What was told of until now is asked for at the ordinary pace again.
        lookout.due().ring(Job.reading(turn.target()), turn.now());
    }

    private void renew(Turn turn, ChannelRecord channel) {
        WatchRequest request = request(turn, channel.id(), "");
        WatchAnswer answer;
        try {
            answer = turn.session().extend(request, channel.granted());
        } catch (NotFound e) {
            change(turn.target(), watch -> watch.without(channel.id()));
            return;
        }
        if (answer instanceof WatchAnswer.Granted granted) {
            change(
                    turn.target(),
                    watch -> watch.channel(channel.id())
                            .map(known -> watch.changed(known.granted(granted.channel(), turn.now()))
                                    .trouble(Trouble.none()))
                            .orElse(watch));
        } else {
            open(turn);
        }
    }

    private void open(Turn turn) {
        String channel = random(2);
        String secret = random(4);
        ChannelRecord pending = ChannelRecord.pending(channel, secret, address.common(), turn.now(), LIFE);
        if (!write(turn, pending)) {
            return;
        }
        WatchAnswer answer;
        try {
            answer = turn.session().watch(request(turn, channel, secret));
        } catch (PermanentFailure e) {
            change(turn.target(), watch -> watch.without(channel));
            throw e;
        }
        if (answer instanceof WatchAnswer.Granted granted) {
            granted(turn, channel, granted.channel());
        } else if (answer instanceof WatchAnswer.Unwatchable none) {
            WatchRecord.Refused refused = new WatchRecord.Refused(none.why(), turn.now());
            change(
                    turn.target(),
                    watch -> watch.without(channel).refused(refused).trouble(Trouble.none()));
        }
    }

    private void granted(Turn turn, String channel, WatchChannel granted) {
        boolean kept = change(
                turn.target(),
                watch -> watch.channel(channel)
                        .map(known -> replacing(watch, known.granted(granted, turn.now())))
                        .orElse(watch));
        boolean ours = kept
                && lookout.watches()
                        .find(turn.target())
                        .flatMap(read -> read.value().channel(channel))
                        .isPresent();
        if (ours) {
            // What changed before the channel stood, nobody tells of.
            lookout.due().ring(Job.reading(turn.target()), turn.now());
        } else {
            turn.session().stop(granted);
        }
    }

    /** Returns the watch with a channel that takes the place of those before it. */
    static WatchRecord replacing(WatchRecord watch, ChannelRecord channel) {
        WatchRecord next =
                watch.changed(channel).refused(WatchRecord.Refused.no()).trouble(Trouble.none());
        List<ChannelRecord> channels = next.channels().stream()
                .map(known ->
                        known.id().equals(channel.id()) || !known.isKnown() ? known : known.state(WatchState.REPLACED))
                .toList();
        return next.channels(channels);
    }

    private WatchRequest request(Turn turn, String channel, String secret) {
        String provider = turn.scene().connection().value().provider().value();
        return new WatchRequest(turn.scene().remoteCalendar(), channel, secret, address.of(provider, channel), LIFE);
    }

    /** Writes a channel down while its connection stands and its owner may own things. */
    private boolean write(Turn turn, ChannelRecord pending) {
        Commit commit = lookout.records().begin();
        WatchRecord next = turn.read()
                .map(Stored::value)
                .orElseGet(() -> WatchRecord.begin(
                        turn.target(), turn.scene().connection().value().provider()))
                .with(pending);
        turn.read()
                .ifPresentOrElse(
                        read -> lookout.watches().save(commit, read, next),
                        () -> lookout.watches().create(commit, next));
        lookout.connections().check(commit, turn.scene().connection());
        lookout.owners().mustLive(commit, Keyspace.ownerKeyOf(turn.target().connection()));
        return commit.run();
    }

    /** Changes what is stored, whoever else is at it; returns false where there is nothing any more. */
    private boolean change(WatchTarget target, UnaryOperator<WatchRecord> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Stored<WatchRecord>> read = lookout.watches().find(target);
            if (read.isEmpty()) {
                return false;
            }
            Commit commit = lookout.records().begin();
            lookout.watches().save(commit, read.get(), change.apply(read.get().value()));
            if (commit.run()) {
                return true;
            }
        }
        return false;
    }

    private void delete(Stored<WatchRecord> read) {
        Commit commit = lookout.records().begin();
        lookout.watches().delete(commit, read);
        commit.run();
    }

    private Instant failed(WatchTarget target, CalendarSyncException fault) {
        Instant now = lookout.clock().instant();
        change(target, watch -> watch.trouble(watch.trouble().again(fault, now)));
        int failures = lookout.watches()
                .find(target)
                .map(read -> read.value().trouble().failures())
                .orElse(1);
        boolean hopeless = fault instanceof PermanentFailure
                && !(fault instanceof AuthorizationLost || fault instanceof CursorLost);
        // What was refused for good is asked for again as seldom as can be: somebody may mend it.
        return now.plus(BACKOFF.pause(hopeless ? MANY : Math.max(failures, 1), fault, dice));
    }

    /** Returns letters and digits that cannot be guessed, 64 bits a part. */
    private String random(int parts) {
        StringBuilder text = new StringBuilder();
        for (int part = 0; part < parts; part++) {
            text.append(Long.toString(lookout.records().fresh(), 36));
        }
        return text.toString();
    }
}
