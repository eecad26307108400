package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.SyncStore;
import java.time.Duration;
import java.util.Optional;

/** What the chapters of the contract ask of the test class they are inherited by. */
interface StoreUnderTest {

    /** Returns one more store instance onto the database of this test, which starts empty. */
    SyncStore open();

    /** Returns a store instance whose next commit dies at that moment, or empty if that cannot be arranged. */
    Optional<SyncStore> openDying(Death moment);

    /** Returns how long commits that get in each other's way may take. */
    Duration patience();

    /** Returns the seed of the random histories. */
    long seed();
}
