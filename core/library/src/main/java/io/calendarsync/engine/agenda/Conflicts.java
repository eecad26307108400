package io.calendarsync.engine.agenda;

import io.calendarsync.Clash;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds who blocks the same time. Pure. */
final class Conflicts {

    private static final int MOST = 1_000_000;
    private static final int MOST_LOOKED_AT = 200_000_000;

    private static final Comparator<Clash> ORDER = Comparator.comparing(
                    (Clash clash) -> clash.shared().start())
            .thenComparing(clash -> clash.shared().end())
            .thenComparing(clash -> clash.one().event().uid())
            .thenComparing(clash -> clash.other().event().uid());

    private Conflicts() {}

    /**
     * Returns all pairs, ordered by the start of what they share. Instances of one series that reach into each other are
     * how the series was written, and no pair; one that was moved onto another is.
     *
     * @throws InvalidRequest if they are more than a million
     */
    static List<Clash> among(List<Occurrence> blocking) {
        int[] events = numbered(blocking);
        List<Clash> found = new ArrayList<>();
        int[] looked = new int[1];
        spans(blocking).overlaps((one, other) -> {
            if (looked[0]++ == MOST_LOOKED_AT || found.size() == MOST) {
                throw new InvalidRequest(
                        "More than " + MOST + " pairs clash: ask for a shorter interval", FaultSource.unknown());
            }
            if (events[one] != events[other]) {
                found.add(clash(blocking.get(one), blocking.get(other)));
            }
        });
        found.sort(ORDER);
        return found;
    }

    /** Numbers the events, so that telling two apart takes no time. */
    private static int[] numbered(List<Occurrence> blocking) {
        Map<EventRef, Integer> numbers = new HashMap<>();
        return blocking.stream()
                .mapToInt(one -> numbers.computeIfAbsent(one.event().ref(), first -> numbers.size()))
                .toArray();
    }

    /** Packs the spans of occurrences, numbered as they are listed. */
    static Spans spans(List<Occurrence> occurrences) {
        long[] starts = new long[occurrences.size()];
        long[] ends = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            Interval span = occurrences.get(i).span();
            starts[i] = Micros.of(span.start());
            ends[i] = Micros.of(span.end());
        }
        return Spans.of(starts, ends);
    }

    private static Clash clash(Occurrence one, Occurrence other) {
        Instant oneEnd = one.span().end();
        Instant otherEnd = other.span().end();
        Instant end = oneEnd.isBefore(otherEnd) ? oneEnd : otherEnd;
        return new Clash(one, other, new Interval(other.span().start(), end));
    }
}
