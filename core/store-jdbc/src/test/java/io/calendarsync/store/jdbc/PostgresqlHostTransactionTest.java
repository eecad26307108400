package io.calendarsync.store.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlHostTransactionTest extends HostTransactionCases {

    private final PostgresqlServer server;

    PostgresqlHostTransactionTest(PostgresqlServer server) {
        this.server = server;
    }

    @Override
    DataSource dataSource() {
        return server.pool();
    }

    @Override
    JdbcSyncStore freshStore() {
        JdbcSyncStore store = JdbcSyncStore.postgresql(server.pool()).table(TestTables.fresh());
        store.createSchema();
        return store;
    }

    @Override
    String shortLockTimeout() {
        return "set local lock_timeout = '50ms'";
    }
}
