package io.calendarsync.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records to page through: one collection, one partition or all, a half-open range of {@code at}.
 *
 * @param collection the collection
 * @param partition one partition, or absent for all
 * @param from records at this instant or later
 * @param before records earlier than this instant
 * @param after the {@link RecordPage#next()} of the page before, absent for the first
 * @param limit most records in the page, 1 or more
 * @param payloads whether payloads are wanted; without, each record comes with an empty one
 * @since 0.1
 */
public record Scan(
        String collection,
        Optional<String> partition,
        Instant from,
        Instant before,
        Optional<String> after,
        int limit,
        boolean payloads) {

    /** The least {@code before} that leaves out no record. */
    public static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    public Scan {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, is " + limit);
        }
    }

    /** Returns a scan over the whole collection, 100 records a page, with payloads. */
    public static Scan of(String collection) {
        return new Scan(collection, Optional.empty(), StoredRecord.EARLIEST, END_OF_TIME, Optional.empty(), 100, true);
    }

    /** Returns this scan restricted to one partition. */
    public Scan in(String onePartition) {
        return new Scan(collection, Optional.of(onePartition), from, before, after, limit, payloads);
    }

    /** Returns this scan restricted to records at that instant or later. */
    public Scan from(Instant inclusive) {
        return new Scan(collection, partition, inclusive, before, after, limit, payloads);
    }

    /** Returns this scan restricted to records earlier than that instant. */
    public Scan before(Instant exclusive) {
        return new Scan(collection, partition, from, exclusive, after, limit, payloads);
    }

    /** Returns this scan going on where a page ended. */
    public Scan after(String next) {
        return new Scan(collection, partition, from, before, Optional.of(next), limit, payloads);
    }

    /** Returns this scan with another page size. */
    public Scan limit(int records) {
        return new Scan(collection, partition, from, before, after, records, payloads);
    }

    /** Returns this scan leaving payloads out. */
    public Scan withoutPayloads() {
        return new Scan(collection, partition, from, before, after, limit, false);
    }
}
