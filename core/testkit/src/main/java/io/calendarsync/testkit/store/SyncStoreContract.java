package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.SyncStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Proves that a {@link SyncStore} keeps the rules the library is built on. A store's test class inherits it:
 *
 * <pre>{@code
 * class MySyncStoreTest extends SyncStoreContract {
 *     private final Database fresh = Database.createEmpty();
 *
 *     @Override
 *     public SyncStore open() {
 *         return new MySyncStore(fresh);
 *     }
 * }
 * }</pre>
 *
 * <p>Each test runs in an instance of its own, so a field holds the fresh database of one test; what has to be shut
 * down is shut down in an {@code @AfterEach} method of the inheriting class. The tests of one store take a few seconds.
 *
 * @since 0.1
 */
public abstract class SyncStoreContract
        implements AtomicCommits,
                Expectations,
                Freshness,
                Races,
                ExactKeys,
                ExactValues,
                ScanRanges,
                ScanOrder,
                Paging,
                PageTokens,
                FreshPages,
                LongScans,
                FullSize,
                RandomHistories,
                Crashes {

    /** For inheriting test classes. */
    protected SyncStoreContract() {}

    /**
     * Returns one more store instance onto the database of this test, as another node would have it. The database is
     * empty when the test begins. A store that lives in one process only may return the same instance each time.
     */
    @Override
    public abstract SyncStore open();

    /**
     * Returns a store instance onto the same database whose next commit dies at that moment and throws a
     * {@link io.calendarsync.spi.store.StoreException}; empty, which skips the tests of crashes, unless overridden.
     */
    @Override
    public Optional<SyncStore> openDying(Death moment) {
        return Optional.empty();
    }

    /** Returns how long one race, 60 rounds of commits in each other's way, may take before it counts as stuck: 20 s. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** Returns the seed of the random histories; the same seed gives the same histories. */
    @Override
    public long seed() {
        return 20_261_120;
    }
}
