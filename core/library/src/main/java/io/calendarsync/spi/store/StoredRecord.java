package io.calendarsync.spi.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * One record as the store keeps it. Everything but the key, {@code version} and {@code at} is only carried.
 *
 * <p>The payload array is shared, not copied: nobody writes to it after handing it over.
 *
 * @param key its name
 * @param version chosen by the library at random, never 0; stores compare it and nothing else
 * @param at where the record stands in a scan; whole microseconds, {@link #EARLIEST} to {@link #LATEST}
 * @param until returned as given, never queried; same range as {@code at}
 * @param fingerprint returned as given, also by scans without payloads; at most 255 bytes of UTF-8, may be empty
 * @param payload bytes, empty when a scan was asked to leave payloads out
 * @since 0.1
 */
public record StoredRecord(RecordKey key, long version, Instant at, Instant until, String fingerprint, byte[] payload) {

    /** The least instant a record carries: 0001-01-01T00:00Z. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** The greatest instant a record carries: the last microsecond of year 9999. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /**
     * Checks the version and the instants.
     *
     * @param key its name
     * @param version chosen by the library at random, never 0; stores compare it and nothing else
     * @param at where the record stands in a scan; whole microseconds, {@link #EARLIEST} to {@link #LATEST}
     * @param until returned as given, never queried; same range as {@code at}
     * @param fingerprint returned as given, also by scans without payloads; at most 255 bytes of UTF-8, may be empty
     * @param payload bytes, empty when a scan was asked to leave payloads out
     * @throws IllegalArgumentException if one is out of range or not in whole microseconds
     */
    public StoredRecord {
        if (version <= 0) {
            throw new IllegalArgumentException("version must be positive");
        }
        requireStorable("at", at);
        requireStorable("until", until);
    }

    /**
     * {@return the nearest instant a record can carry: clamped to the range, cut to whole microseconds}
     *
     * @param instant any instant
     */
    public static Instant storable(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Compares by content, the payload included. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRecord that
                && key.equals(that.key)
                && version == that.version
                && at.equals(that.at)
                && until.equals(that.until)
                && fingerprint.equals(that.fingerprint)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Long.hashCode(version);
    }

    /** Names the record without its content. */
    @Override
    public String toString() {
        return "StoredRecord[" + key + ", version=" + version + ", at=" + at + ", bytes=" + payload.length + "]";
    }

    private static void requireStorable(String name, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST) || instant.getNano() % 1000 != 0) {
            throw new IllegalArgumentException(name + " is not storable: " + instant);
        }
    }
}
