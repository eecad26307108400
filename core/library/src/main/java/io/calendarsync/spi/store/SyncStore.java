package io.calendarsync.spi.store;

import java.util.Collection;
import java.util.List;

/**
 * Keeps the library's records. Four methods over one kind of record: a database that can change a few rows
 * atomically, each only if it still has the version the caller saw, can implement it.
 *
 * <p>The rules every implementation keeps (the contract suite of {@code calendarsync-testkit} proves them):
 *
 * <ul>
 *   <li>{@link #commit} applies the whole batch or nothing. {@link CommitResult.Committed} means durable,
 *       {@link CommitResult.Stale} means nothing changed. An exception means unknown: the caller reads again.
 *   <li>{@link #read} and {@link #scan} see every commit that returned before they began: no lagging replicas.
 *   <li>A page token is its text. It goes on after its page in any store instance on any node, any number of times, for
 *       as long as the collection lives, whatever is written meanwhile and whatever the size of the next page. Each page
 *       is a {@link #scan} of its own, not a part of a snapshot taken with the first.
 *   <li>A {@link Write.Check} holds at the moment of the commit, also against commits running beside it.
 *   <li>The store only compares versions; the library chooses them and never chooses one twice, so a key that was
 *       deleted and created again does not match an old expectation.
 *   <li>Keys are compared by their UTF-8 bytes: case, accents and trailing spaces matter.
 *   <li>Instants are kept to the microsecond, from year 1 to year 9999.
 * </ul>
 *
 * <p>Implementations are thread-safe and are used by any number of nodes at a time.
 *
 * @since 0.1
 */
public interface SyncStore {

    /** {@return how much one batch and one payload may hold; constant for the life of the store} */
    StoreLimits limits();

    /**
     * {@return the records of those keys that exist, in any order; absent keys are left out}
     *
     * @param keys at most {@link StoreLimits#recordsPerBatch()}; an empty collection gives an empty list
     */
    List<StoredRecord> read(Collection<RecordKey> keys);

    /**
     * Applies the batch atomically if every expectation in it holds.
     *
     * @param batch at most {@link StoreLimits#recordsPerBatch()} writes, sorted by key, each key once; an empty batch
     *     is {@link CommitResult.Committed}
     * @return {@code Committed}, or {@code Stale} with at least one of the keys whose expectation did not hold
     */
    CommitResult commit(List<Write> batch);

    /**
     * {@return one page of a collection in the order of {@code at}, then partition, then id}
     *
     * <p>Following {@link RecordPage#next()} to the end returns every record that was present with an unchanged
     * {@code at} throughout exactly once; records that come, go or move meanwhile may or may not appear. A page shows
     * what is committed when it is asked for: a record replaced since the page before comes with its new version and
     * payload, one that was deleted does not come, one that was created does where its place is still ahead.
     *
     * @param scan what to page through, and from where
     */
    RecordPage scan(Scan scan);
}
