package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.store.Death;
import io.calendarsync.testkit.store.SyncStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2FileSyncStoreTest extends SyncStoreContract {

    @TempDir
    private Path folder;

    private JdbcConnectionPool pool;

    @BeforeEach
    void create() {
        pool = JdbcConnectionPool.create(H2Url.durable(folder.resolve("state")), "", "");
        JdbcSyncStore.h2(pool).createSchema();
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Override
    public SyncStore open() {
        return JdbcSyncStore.h2(pool);
    }

    @Override
    public Optional<SyncStore> openDying(Death moment) {
        return Optional.of(JdbcSyncStore.h2(DyingConnections.over(pool, moment)));
    }
}
