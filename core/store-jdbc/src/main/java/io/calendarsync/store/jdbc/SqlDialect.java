package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The statements in which databases differ; all run inside the transaction of the caller. Keys come sorted. */
interface SqlDialect {

    TableName table();

    SqlDialect in(TableName other);

    StoreLimits limits();

    /** Returns the resource that holds the table's definition. */
    String schemaFile();

    /** Makes nodes that create the table at the same moment wait for each other. */
    void lockSchema(Connection connection) throws SQLException;

    List<StoredRecord> read(Connection connection, List<RecordKey> keys) throws SQLException;

    /** Locks the rows that exist against changes, one after the other in this order, and returns their versions. */
    Map<RecordKey, Long> lock(Connection connection, List<RecordKey> keys) throws SQLException;

    /** Inserts rows; fails with a unique violation if one exists, after waiting for whoever is inserting it. */
    void insert(Connection connection, List<StoredRecord> records) throws SQLException;

    /** Inserts or replaces rows. */
    void put(Connection connection, List<StoredRecord> records) throws SQLException;

    /** Deletes rows this transaction has locked or inserted. */
    void delete(Connection connection, List<RecordKey> keys) throws SQLException;
}
