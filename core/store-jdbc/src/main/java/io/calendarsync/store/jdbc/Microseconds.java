package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as microseconds since 1970: a number has one order and one meaning in every database, while timestamps of
 * year 1 and 9999 depend on calendars, zones and drivers.
 */
final class Microseconds {

    private Microseconds() {}

    /** Not by {@code ChronoUnit.MICROS.between}, which counts nanoseconds first and overflows beyond 2262. */
    static long of(Instant storable) {
        return storable.getEpochSecond() * 1_000_000 + storable.getNano() / 1000;
    }

    static Instant toInstant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    /** Returns the first storable microsecond at or after that instant, which need not be storable itself. */
    static long atOrAfter(Instant bound) {
        if (bound.isBefore(StoredRecord.EARLIEST)) {
            return of(StoredRecord.EARLIEST);
        }
        if (bound.isAfter(Scan.END_OF_TIME)) {
            return of(Scan.END_OF_TIME);
        }
        Instant whole = bound.truncatedTo(ChronoUnit.MICROS);
        return of(whole) + (whole.equals(bound) ? 0 : 1);
    }
}
