package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.store.Death;
import io.calendarsync.testkit.store.SyncStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;

class H2InMemorySyncStoreTest extends SyncStoreContract {

    private final JdbcDataSource database = new JdbcDataSource();
    private final Connection keepsItOpen;

    H2InMemorySyncStoreTest() throws SQLException {
        database.setURL("jdbc:h2:mem:" + TestTables.fresh());
        keepsItOpen = database.getConnection();
        JdbcSyncStore.h2(database).createSchema();
    }

    @AfterEach
    void close() throws SQLException {
        keepsItOpen.close();
    }

    @Override
    public SyncStore open() {
        return JdbcSyncStore.h2(database);
    }

    @Override
    public Optional<SyncStore> openDying(Death moment) {
        return Optional.of(JdbcSyncStore.h2(DyingConnections.over(database, moment)));
    }
}
