package io.calendarsync.engine.agenda;

import io.calendarsync.SlotQuery;
import io.calendarsync.model.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds the slots of a question in open time that nothing blocks. Confined to one thread. */
final class SlotFinder {

    private final Spans blocked;
    private final long length;
    private final long step;
    private final long before;
    private final long after;
    private final int limit;
    private final long notBefore;
    private final long notAfter;

    /** Starts that were found; stretches of hours may overlap. */
    private final TreeSet<Long> starts = new TreeSet<>();

    /**
     * Creates it.
     *
     * @param blocked what is busy or not known, merged
     */
    SlotFinder(SlotQuery query, Spans blocked) {
        this.blocked = blocked;
        this.length = micros(query.length());
        this.step = micros(query.step());
        this.before = micros(query.before());
        this.after = micros(query.after());
        this.limit = query.limit();
        this.notBefore = Micros.of(query.within().start());
        this.notAfter = Micros.of(query.within().end());
    }

    /** Returns the slots in some openings, the first ones, ordered by start. */
    List<Interval> in(Openings openings) {
        int around = 0;
        for (Interval stretch : openings.stretches()) {
            long begin = Micros.of(stretch.start());
            if (begin >= notAfter || isEnough(begin)) {
                break;
            }
            while (!stretch.start().isBefore(openings.open().get(around).end())) {
                around++;
            }
            look(
                    begin,
                    Micros.of(stretch.end()),
                    Micros.of(openings.open().get(around).end()));
        }
        List<Interval> slots = new ArrayList<>();
        for (long start : starts) {
            if (slots.size() == limit) {
                break;
            }
            slots.add(Micros.interval(start, start + length));
        }
        return slots;
    }

    /** Stretches come by their start: what begins before the next of them is complete. */
    private boolean isEnough(long next) {
        return starts.size() >= limit && starts.headSet(next).size() >= limit;
    }

    /** Slots begin in a stretch, and end in the open time it is part of. */
    private void look(long begin, long end, long openUntil) {
        long latest = Math.min(openUntil, notAfter) - length;
        int found = 0;
        long start = begin + up(notBefore - begin);
        while (start < end && start <= latest && found < limit) {
            long from = start - before;
            long free = blocked.freeFrom(from, start + length + after);
            if (free == from) {
                starts.add(start);
                found++;
                start += step;
            } else {
                start = begin + up(free + before - begin);
            }
        }
    }

    /** Returns a distance made up to whole steps. */
    private long up(long distance) {
        return distance <= 0 ? 0 : (distance + step - 1) / step * step;
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.toSeconds(), 1_000_000L), duration.toNanosPart() / 1000);
    }
}
