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

    /**
     * Checks the limit.
     *
     * @param collection the collection
     * @param partition one partition, or absent for all
     * @param from records at this instant or later
     * @param before records earlier than this instant
     * @param after the {@link RecordPage#next()} of the page before, absent for the first
     * @param limit most records in the page, 1 or more
     * @param payloads whether payloads are wanted; without, each record comes with an empty one
     * @throws IllegalArgumentException if it is less than 1
     */
    public Scan {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, is " + limit);
        }
    }

    /**
     * {@return a scan over the whole collection, 100 records a page, with payloads}
     *
     * @param collection the collection
     */
    public static Scan of(String collection) {
        return new Scan(collection, Optional.empty(), StoredRecord.EARLIEST, END_OF_TIME, Optional.empty(), 100, true);
    }

    /**
     * {@return this scan restricted to one partition}
     *
     * @param onePartition such as one calendar
     */
    public Scan in(String onePartition) {
        return new Scan(collection, Optional.of(onePartition), from, before, after, limit, payloads);
    }

    /**
     * {@return this scan restricted to records at that instant or later}
     *
     * @param inclusive the earliest instant wanted
     */
    public Scan from(Instant inclusive) {
        return new Scan(collection, partition, inclusive, before, after, limit, payloads);
    }

    /**
     * {@return this scan restricted to records earlier than that instant}
     *
     * @param exclusive the earliest instant not wanted
     */
    public Scan before(Instant exclusive) {
        return new Scan(collection, partition, from, exclusive, after, limit, payloads);
    }

    /**
     * {@return this scan going on where a page ended}
     *
     * @param next what {@link RecordPage#next()} gave
     */
    public Scan after(String next) {
        return new Scan(collection, partition, from, before, Optional.of(next), limit, payloads);
    }

    /**
     * {@return this scan with another page size}
     *
     * @param records most records in a page, 1 or more
     */
    public Scan limit(int records) {
        return new Scan(collection, partition, from, before, after, records, payloads);
    }

    /** {@return this scan leaving payloads out} */
    public Scan withoutPayloads() {
        return new Scan(collection, partition, from, before, after, limit, false);
    }
}
