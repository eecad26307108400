package io.calendarsync.store.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class H2HostTransactionTest extends HostTransactionCases {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + TestTables.fresh() + ";DB_CLOSE_DELAY=-1", "", "");

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Override
    DataSource dataSource() {
        return pool;
    }

    @Override
    JdbcSyncStore freshStore() {
        JdbcSyncStore store = JdbcSyncStore.h2(pool);
        store.createSchema();
        return store;
    }

    @Override
    String shortLockTimeout() {
        return "set lock_timeout 50";
    }
}
