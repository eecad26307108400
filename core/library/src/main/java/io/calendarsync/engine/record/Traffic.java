package io.calendarsync.engine.record;

import java.time.Duration;
import java.time.Instant;

/**
 * How much was asked of a provider of late. Pure: what follows is another record.
 *
 * @param minute when the present minute began
 * @param asked how many requests were made in it
 * @param before how many were made in the one before
 */
record Traffic(Instant minute, long asked, long before) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static Traffic none() {
        return new Traffic(Instant.EPOCH, 0, 0);
    }

    /** Returns it after so many more requests. */
    Traffic and(long requests, Instant now) {
        Traffic present = at(now);
        return new Traffic(present.minute, present.asked + requests, present.before);
    }

    /** Returns how many requests were made in the sixty seconds before, taking a minute's to be spread evenly. */
    long lately(Instant now) {
        Traffic present = at(now);
        long over = Duration.between(present.minute, now).toMillis();
        long left = Math.max(0, MINUTE.toMillis() - Math.max(0, over));
        return present.asked + present.before * left / MINUTE.toMillis();
    }

    private Traffic at(Instant now) {
        // A minute that lies ahead was begun by a clock that is (H24).
        if (minute.isAfter(now.plus(MINUTE))) {
            return new Traffic(now, 0, 0);
        }
        if (now.isBefore(minute.plus(MINUTE))) {
            return this;
        }
        boolean next = now.isBefore(minute.plus(MINUTE).plus(MINUTE));
        return next ? new Traffic(minute.plus(MINUTE), 0, asked) : new Traffic(now, 0, 0);
    }
}
