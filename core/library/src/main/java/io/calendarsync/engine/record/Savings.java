package io.calendarsync.engine.record;

import java.time.Duration;
import java.time.Instant;

/**
 * Requests that are saved up at a steady rate. What there may be of them and what is added within a minute, together,
 * stay below the limit, so no sixty seconds see more. Pure: what follows is another record.
 *
 * @param perMinute the limit
 * @param paid when everything is saved up again
 */
record Savings(long perMinute, Instant paid) {

    private static final double SAVED_AT_MOST = 0.10;

    /** The rest, a twentieth, is for what nodes took earlier and spend now. */
    private static final double ADDED_A_MINUTE = 0.85;

    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    /** Returns the same savings under another limit. */
    Savings limit(long most) {
        return new Savings(most, paid);
    }

    /**
     * Returns them as of now. Nobody owes more than all: a clock that was ahead wrote it (H24), or the limit has risen
     * since. That is to be written down, or it would be so at every look until that time has come.
     */
    Savings at(Instant now) {
        Instant latest = now.plus(all());
        return paid.isAfter(latest) ? new Savings(perMinute, latest) : this;
    }

    /** Returns how many requests there are for something of that urgency; a negative number is what is lacking. */
    double left(Urgency urgency, Instant now) {
        return urgency.shareOf(most()) - debt(now).toNanos() / pace();
    }

    /** Returns them after so many requests were made. */
    Savings spent(long requests, Instant now) {
        Duration debt = debt(now).plus(nanos(requests * pace()));
        return new Savings(perMinute, now.plus(debt.compareTo(all()) > 0 ? all() : debt));
    }

    /** Returns them with so much left as that urgency may not touch. */
    Savings after(Urgency urgency, Instant now) {
        return new Savings(perMinute, now.plus(nanos(urgency.shareOf(most()) * pace())));
    }

    /** Returns how long it takes until there is one request for something of that urgency, no less than for saving it. */
    Duration until(Urgency urgency, Instant now) {
        return nanos(Math.max(1, 1 - left(urgency, now)) * pace());
    }

    /** Returns how long it takes to save for a request. */
    Duration each() {
        return nanos(pace());
    }

    private double most() {
        return perMinute * SAVED_AT_MOST;
    }

    private Duration all() {
        return nanos(most() * pace());
    }

    /** Returns for how long it has to be saved until all is there. */
    private Duration debt(Instant now) {
        Duration debt = paid.isAfter(now) ? Duration.between(now, paid) : Duration.ZERO;
        return debt.compareTo(all()) > 0 ? all() : debt;
    }

    private double pace() {
        return NANOS_A_MINUTE / (perMinute * ADDED_A_MINUTE);
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos((long) nanos);
    }
}
