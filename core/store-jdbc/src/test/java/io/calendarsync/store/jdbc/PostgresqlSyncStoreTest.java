package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.store.Death;
import io.calendarsync.testkit.store.SyncStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlSyncStoreTest extends SyncStoreContract {

    private final PostgresqlServer server;
    private final String table = TestTables.fresh();

    PostgresqlSyncStoreTest(PostgresqlServer server) {
        this.server = server;
        JdbcSyncStore.postgresql(server.pool()).table(table).createSchema();
    }

    @Override
    public SyncStore open() {
        return JdbcSyncStore.postgresql(server.pool()).table(table);
    }

    @Override
    public Optional<SyncStore> openDying(Death moment) {
        return Optional.of(JdbcSyncStore.postgresql(DyingConnections.over(server.unpooled(), moment))
                .table(table));
    }
}
