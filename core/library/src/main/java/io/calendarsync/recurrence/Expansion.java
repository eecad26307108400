package io.calendarsync.recurrence;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of a series within an interval, one at a time, ordered by the start of their span; see
 * {@link Series#walk}. Confined to one thread.
 *
 * @since 0.1
 */
public final class Expansion implements Iterator<Occurrence> {

    private final Series series;
    private final Interval within;
    private final ZoneId viewer;
    private final ZoneId zone;
    private final Steps steps;
    private final boolean refilled;
    private final Duration slack;
    private final Originals.Walk originals;
    private final Exceptions.Walk exceptions;
    private final PriorityQueue<Candidate> ahead = new PriorityQueue<>(Candidate.ORDER);
    private Instant floor = Instant.MIN;
    private boolean ended;
    private @Nullable Instant last;
    private @Nullable Occurrence next;

    Expansion(Series series, Interval within, ZoneId viewer, Steps steps, boolean refilled) {
        this.series = series;
        this.within = within;
        this.viewer = viewer;
        this.zone =
                series.clock().kind() == SeriesClock.Kind.TIMED ? series.clock().zone() : viewer;
        this.steps = steps;
        this.refilled = refilled;
        Overrides overrides = series.overrides();
        Duration margin = overrides.haveRange() ? WallClocks.LARGEST_MOVE.multipliedBy(2) : Duration.ZERO;
        this.slack = overrides.furthestShift(-1).plus(margin);
        Duration reach = series.longest().plus(overrides.furthestShift(1)).plus(margin);
        LocalDateTime from = WallClocks.earliest(WallClocks.minus(within.start(), reach), zone.getRules());
        LocalDateTime to = WallClocks.latest(WallClocks.plus(within.end(), slack), zone.getRules());
        this.originals = series.originals().walk(from, to.plusSeconds(1), steps);
        this.exceptions = series.exceptions().walk(from, to.plusSeconds(1), steps);
        overrides.present().forEach(this::addOverride);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = find();
        }
        return next != null;
    }

    @Override
    public Occurrence next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more occurrences within " + within);
        }
        Occurrence found = next;
        next = null;
        if (refilled) {
            steps.refill();
        }
        return Objects.requireNonNull(found);
    }

    /**
     * {@return whether it ended because the series took more steps than it is allowed: what comes later is then
     * unknown}
     */
    public boolean isCut() {
        return steps.exhausted();
    }

    private @Nullable Occurrence find() {
        while (true) {
            Candidate first = ahead.peek();
            if (!ended && (first == null || !first.start().isBefore(floor))) {
                read();
            } else if (first == null) {
                return null;
            } else {
                ahead.remove();
                if (!first.at().equals(last)) {
                    last = first.replaced() ? last : first.at();
                    return first.occurrence();
                }
            }
        }
    }

    /** Takes the next instance; whatever follows it starts at the floor or later. */
    private void read() {
        Original original = originals.next();
        if (original == null) {
            ended = true;
            return;
        }
        floor = WallClocks.minus(earliestStart(original), slack);
        Overrides overrides = series.overrides();
        if (exceptions.take(original) || overrides.replaced().containsKey(original.at())) {
            return;
        }
        Model model = overrides.model(original.at());
        if (!model.event().isCancelled()) {
            EventTime time = model.time(original);
            add(original.at(), false, new Occurrence(model.event(), series.name(original), time, span(time, original)));
        }
    }

    /** Spares the zone two of three look-ups in the usual case: the instant of the start is known already. */
    private Interval span(EventTime time, Original original) {
        if (time instanceof Timed timed
                && timed.end() instanceof End.Exact exact
                && timed.zone().equals(original.zone())
                && timed.start().equals(original.local())) {
            return new Interval(original.at(), original.at().plus(exact.length()));
        }
        return time.span(viewer);
    }

    private Instant earliestStart(Original original) {
        if (series.clock().kind() == SeriesClock.Kind.TIMED) {
            return original.isDisplaced() ? original.at().minus(WallClocks.LARGEST_MOVE) : original.at();
        }
        ZonedDateTime start = ZonedDateTime.ofLocal(original.clock(), zone, null);
        boolean displaced = !start.toLocalDateTime().equals(original.clock());
        return displaced ? start.toInstant().minus(WallClocks.LARGEST_MOVE) : start.toInstant();
    }

    private void addOverride(Placed override) {
        EventTime time = override.event().time();
        add(
                override.at(),
                true,
                new Occurrence(
                        override.event(), Optional.of(override.shape().recurrenceId()), time, time.span(viewer)));
    }

    private void add(Instant at, boolean replaced, Occurrence occurrence) {
        if (occurrence.span().overlaps(within)) {
            ahead.add(new Candidate(at, replaced, occurrence));
        }
    }

    private record Candidate(Instant at, boolean replaced, Occurrence occurrence) {

        /** Of the same instance, named twice, the one with a length of its own comes first: it is the more specific. */
        static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::start)
                .thenComparing(Candidate::replaced)
                .thenComparing(Candidate::at);

        Instant start() {
            return occurrence.span().start();
        }
    }
}
