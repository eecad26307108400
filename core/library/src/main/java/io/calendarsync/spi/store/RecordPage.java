package io.calendarsync.spi.store;

import java.util.List;
import java.util.Optional;

/**
 * One page of a scan.
 *
 * <p>The token stands for a place, not for a reader: any store instance on any node goes on from it with the same
 * collection, partition and range, any number of times and for as long as the collection lives. The page it leads to
 * shows what is committed by the time it is asked for.
 *
 * @param records in scan order, at most as many as asked for; may be fewer, even none, with more to come
 * @param next opaque; hand it to {@link Scan#after} for the next page, absent on the last
 * @since 0.1
 */
public record RecordPage(List<StoredRecord> records, Optional<String> next) {
    /**
     * Copies the list.
     *
     * @param records in scan order, at most as many as asked for; may be fewer, even none, with more to come
     * @param next opaque; hand it to {@link Scan#after} for the next page, absent on the last
     */
    public RecordPage {
        records = List.copyOf(records);
    }
}
