package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;

class InMemorySyncStoreTest extends SyncStoreContract {

    private final SyncStore store = new InMemorySyncStore();

    @Override
    public SyncStore open() {
        return store;
    }
}
