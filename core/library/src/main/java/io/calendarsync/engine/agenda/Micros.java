package io.calendarsync.engine.agenda;

import io.calendarsync.model.Interval;
import java.time.Instant;

/**
 * Instants as microseconds since the epoch, as packed arrays hold them. Whoever asks for more than the years 3 to 9997
 * is answered for those: no calendar has more, and what widens an interval has room.
 */
final class Micros {

    private static final Instant FIRST = Instant.parse("0003-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9998-01-01T00:00:00Z");

    private static final long A_SECOND = 1_000_000;
    private static final long NANOS = 1000;

    private Micros() {}

    /** Returns the microsecond an instant lies in. */
    static long of(Instant instant) {
        Instant some = bounded(instant);
        return some.getEpochSecond() * A_SECOND + some.getNano() / NANOS;
    }

    /** Returns a stretch of them. */
    static Interval interval(long from, long to) {
        return new Interval(instant(from), instant(to));
    }

    /** Returns an instant. */
    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * NANOS);
    }

    /** Returns what of an interval can be asked for. */
    static Interval bounded(Interval within) {
        return new Interval(bounded(within.start()), bounded(within.end()));
    }

    private static Instant bounded(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant;
    }
}
