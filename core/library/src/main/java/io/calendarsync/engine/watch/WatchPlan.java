package io.calendarsync.engine.watch;

import io.calendarsync.WatchState;
import io.calendarsync.engine.record.ChannelRecord;
import io.calendarsync.engine.record.WatchRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a watch needs next. Pure: the same record at the same time gives the same step. */
final class WatchPlan {

    /** How long an answer may be on its way, and a provider's first message before it. */
    static final Duration ANSWER = Duration.ofMinutes(2);

    private static final Duration LOOK = Duration.ofHours(24);
    private static final Duration ASK_AGAIN = Duration.ofDays(30);
    private static final Duration BETWEEN_SUSPICIONS = Duration.ofHours(1);
    private static final int JITTER_STEPS = 100;

    /** What comes next. */
    sealed interface Step {

        /** A channel whose time is over is forgotten. */
        record Forget(ChannelRecord channel) implements Step {}

        /** A channel that is not needed is stopped. */
        record Stop(ChannelRecord channel) implements Step {}

        /** A channel is made to last longer, or replaced. */
        record Renew(ChannelRecord channel) implements Step {}

        /** A channel is asked for. */
        record Open() implements Step {}

        /** Nothing, until then. */
        record Rest(Instant until) implements Step {}

        /** Nothing any more. */
        record Done() implements Step {}
    }

    private final WatchRecord watch;
    private final String address;
    private final Instant now;

    private WatchPlan(WatchRecord watch, String address, Instant now) {
        this.watch = watch;
        this.address = address;
        this.now = now;
    }

    /**
     * Returns the next step.
     *
     * @param address where notices are to go
     * @param wanted whether what is watched is to be
     */
    static Step next(WatchRecord watch, String address, boolean wanted, Instant now) {
        return new WatchPlan(watch, address, now).next(wanted);
    }

    /** Returns the channel that tells of changes, as far as is known. */
    static Optional<ChannelRecord> live(WatchRecord watch, String address, Instant now) {
        return new WatchPlan(watch, address, now).live();
    }

    private Step next(boolean wanted) {
        Optional<ChannelRecord> over = watch.channels().stream()
                .filter(channel -> !channel.granted().expires().isAfter(now))
                .findFirst();
        if (over.isPresent()) {
            return new Step.Forget(over.get());
        }
        return wanted ? watching() : leaving();
    }

    private Step leaving() {
        Optional<ChannelRecord> known =
                watch.channels().stream().filter(ChannelRecord::isKnown).findFirst();
        if (known.isPresent()) {
            return new Step.Stop(known.get());
        }
        return watch.channels().isEmpty() ? new Step.Done() : new Step.Rest(earliest(now.plus(LOOK)));
    }

    private Step watching() {
        Optional<ChannelRecord> live = live();
        if (live.isEmpty()) {
            return opening();
        }
        ChannelRecord best = live.get();
        if (!renewal(best).isAfter(now)) {
            return new Step.Renew(best);
        }
        Optional<ChannelRecord> spare = watch.channels().stream()
                .filter(channel -> channel.isKnown() && !channel.id().equals(best.id()))
                .findFirst();
        return spare.<Step>map(Step.Stop::new)
                .orElseGet(() -> new Step.Rest(earliest(min(renewal(best), now.plus(LOOK)))));
    }

    private Step opening() {
        Instant refusedUntil = watch.refused().at().plus(ASK_AGAIN);
        if (watch.refused().isSo() && refusedUntil.isAfter(now)) {
            return new Step.Rest(min(refusedUntil, now.plus(LOOK)));
        }
        Optional<Instant> wait = watch.channels().stream()
                .map(this::waitFor)
                .flatMap(Optional::stream)
                .filter(until -> until.isAfter(now))
                .max(Comparator.naturalOrder());
        return wait.<Step>map(Step.Rest::new).orElseGet(Step.Open::new);
    }

    private Optional<Instant> waitFor(ChannelRecord channel) {
        return switch (channel.state()) {
            case PENDING -> asked(channel).map(asked -> asked.plus(ANSWER));
            // What is silent stays so for a reason, often in front of the host: a new channel an hour will do.
            case SUSPECT ->
                isForced(channel) ? Optional.empty() : asked(channel).map(asked -> asked.plus(BETWEEN_SUSPICIONS));
            case ACTIVE, REPLACED, EXPIRED, FAILED -> Optional.empty();
        };
    }

    private Optional<ChannelRecord> live() {
        return watch.channels().stream()
                .filter(channel -> channel.state() == WatchState.ACTIVE)
                .filter(channel -> channel.granted().expires().isAfter(now))
                .filter(channel -> !channel.times().opened().isAfter(now))
                .filter(channel -> channel.leadsTo(address) && !isForced(channel))
                .max(Comparator.comparing(channel -> channel.times().opened()));
    }

    /** What is said to have happened in the future was written by a clock that was wrong (H24). */
    private Optional<Instant> asked(ChannelRecord channel) {
        return Optional.of(channel.times().asked()).filter(asked -> !asked.isAfter(now));
    }

    private boolean isForced(ChannelRecord channel) {
        return !watch.forcedAt().isAfter(now) && channel.times().asked().isBefore(watch.forcedAt());
    }

    /** At four fifths of its life, less up to a twentieth, so that what was opened together is not renewed together. */
    static Instant renewal(ChannelRecord channel) {
        Instant opened = channel.times().opened();
        Duration life = Duration.between(opened, channel.granted().expires());
        long step = Math.floorMod(channel.id().hashCode(), JITTER_STEPS);
        return opened.plus(life.multipliedBy(4).dividedBy(5))
                .minus(life.multipliedBy(step).dividedBy(20L * JITTER_STEPS));
    }

    private Instant earliest(Instant other) {
        return Stream.concat(
                        watch.channels().stream()
                                .map(channel -> channel.granted().expires()),
                        Stream.of(other))
                .min(Comparator.naturalOrder())
                .orElse(other);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
