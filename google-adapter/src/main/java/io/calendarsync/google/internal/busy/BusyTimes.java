package io.calendarsync.google.internal.busy;

import io.calendarsync.model.Interval;
import io.calendarsync.spi.provider.FreeBusySession.FreeBusy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers when one calendar is busy from the pieces it was asked in. Confined to one thread. */
final class BusyTimes {

    private final List<Interval> all = new ArrayList<>();
    private Optional<String> unknown = Optional.empty();

    void add(List<Interval> busy) {
        all.addAll(busy);
    }

    /** A calendar of which one piece is not known is not known. */
    void unknown(String why) {
        unknown = unknown.or(() -> Optional.of(why));
    }

    FreeBusy within(Interval asked) {
        return unknown.<FreeBusy>map(FreeBusy.Unknown::new).orElseGet(() -> new FreeBusy.Busy(joined(asked)));
    }

    /** Where it was asked in pieces, a busy time may have come in two. */
    private List<Interval> joined(Interval asked) {
        List<Interval> joined = new ArrayList<>();
        for (Interval next :
                all.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            Instant start = later(next.start(), asked.start());
            Instant end = next.end().isBefore(asked.end()) ? next.end() : asked.end();
            Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && !start.isAfter(last.end())) {
                joined.set(joined.size() - 1, new Interval(last.start(), later(last.end(), end)));
            } else if (start.isBefore(end)) {
                joined.add(new Interval(start, end));
            }
        }
        return joined;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
