package io.calendarsync.testkit.example;

import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.store.SyncStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JournalSyncStoreTest extends SyncStoreContract {

    @TempDir
    private Path folder;

    private JournalSyncStore store;

    @BeforeEach
    void create() throws IOException {
        store = JournalSyncStore.open(folder.resolve("journal"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Override
    public SyncStore open() {
        return store;
    }
}
