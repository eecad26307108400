package io.calendarsync.recurrence;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import java.time.Instant;
import java.time.ZoneId;
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
    private final ClockReader reader;
    private final Steps steps;
    private final boolean refilled;
    private final long slack;
    private final long end;
    private final Originals.Walk originals;
    private final Exceptions.Walk exceptions;
    private final PriorityQueue<Candidate> ahead = new PriorityQueue<>(1, Candidate.ORDER);
    private long floor = Long.MIN_VALUE;
    private boolean ended;
    private @Nullable Instant last;
    private @Nullable Occurrence next;

    Expansion(Series series, Interval within, ZoneId viewer, Steps steps, boolean refilled) {
        this.series = series;
        this.within = within;
        this.viewer = viewer;
        this.steps = steps;
        this.refilled = refilled;
        this.slack = series.reach().before();
        this.end = WallClocks.bounded(within.end().getEpochSecond());
        boolean timed = series.clock().kind() == SeriesClock.Kind.TIMED;
        this.reader = timed ? series.clock().reader() : new ClockReader(viewer.getRules());
        long start = WallClocks.bounded(within.start().getEpochSecond());
        long from = WallClocks.bounded(
                reader.earliest(WallClocks.bounded(start - series.reach().after())));
        // Beyond the end in any zone; where to stop, the instants will tell.
        long to = WallClocks.bounded(end + slack + WallClocks.LARGEST_OFFSET) + 1;
        ClockReader own = timed ? reader : series.clock().reader();
        this.originals = series.originals().walk(from, to, steps, own);
        this.exceptions = series.exceptions().walk(from, to, steps);
        series.overrides().present().forEach(this::addOverride);
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
            Candidate found = null;
            if (!ended && (first == null || first.second() >= floor)) {
                found = read();
                if (found != null && !isDue(found, first)) {
                    ahead.add(found);
                    found = null;
                }
            } else if (first == null) {
                return null;
            } else {
                found = ahead.remove();
            }
            if (found != null && !found.at().equals(last)) {
                last = found.replaced() ? last : found.at();
                return found.occurrence();
            }
        }
    }

    /** Returns whether nothing can come before this one, nor at the same time: the usual case, which spares the queue. */
    private boolean isDue(Candidate found, @Nullable Candidate first) {
        return found.second() <= floor && (first == null || found.second() < first.second());
    }

    /** Takes the next instance; whatever follows it starts at the floor or later. Null if it does not take place here. */
    private @Nullable Candidate read() {
        Original original = originals.next();
        if (original == null) {
            ended = true;
            return null;
        }
        floor = earliestStart(original) - slack;
        ended = floor > end;
        Overrides overrides = series.overrides();
        if (exceptions.take(original) || overrides.replaced().containsKey(original.at())) {
            return null;
        }
        Model model = series.model(original);
        if (model.event().isCancelled()) {
            return null;
        }
        EventTime time = model.time(original);
        Interval span = span(time, original);
        return span.overlaps(within)
                ? new Candidate(original.at(), false, new Occurrence(model.event(), series.name(original), time, span))
                : null;
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

    private long earliestStart(Original original) {
        if (series.clock().kind() == SeriesClock.Kind.TIMED) {
            long at = original.at().getEpochSecond();
            return original.displaced() ? at - WallClocks.LARGEST_MOVE : at;
        }
        long at = reader.instant(original.clock());
        return reader.shown(original.clock()) == original.clock() ? at : at - WallClocks.LARGEST_MOVE;
    }

    private void addOverride(Placed override) {
        EventTime time = override.event().time();
        Interval span = time.span(viewer);
        if (span.overlaps(within)) {
            Occurrence occurrence = new Occurrence(
                    override.event(), Optional.of(override.shape().recurrenceId()), time, span);
            ahead.add(new Candidate(override.at(), true, occurrence));
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

        long second() {
            return start().getEpochSecond();
        }
    }
}
