package io.calendarsync.ics.internal.event;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the JDK zone that a name stands for. */
final class ZoneLookup {

    private ZoneLookup() {}

    /**
     * A zone found by name.
     *
     * @param guessed whether the name only suggests it
     */
    record Resolved(ZoneId zone, boolean guessed) {}

    static Optional<Resolved> resolve(String tzid) {
        try {
            return Optional.of(new Resolved(ZoneId.of(tzid), false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
