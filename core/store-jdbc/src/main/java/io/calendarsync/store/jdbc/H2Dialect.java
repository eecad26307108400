package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** H2: the database is in the process, so that a statement for each row costs no round trip. */
record H2Dialect(TableName table) implements SqlDialect {

    // 1 MiB is the most a VARBINARY holds.
    private static final StoreLimits LIMITS = new StoreLimits(1000, 1024 * 1024);

    @Override
    public SqlDialect in(TableName other) {
        return new H2Dialect(other);
    }

    @Override
    public StoreLimits limits() {
        return LIMITS;
    }

    @Override
    public String schemaFile() {
        return "h2.sql";
    }

    /** H2 has no lock to take; who loses the race tries again. */
    @Override
    public void lockSchema(Connection connection) {}

    @Override
    public List<StoredRecord> read(Connection connection, List<RecordKey> keys) throws SQLException {
        String sql = "select version, at, until, fingerprint, payload from " + table.qualified() + " where "
                + Columns.KEY_IS;
        List<StoredRecord> found = new ArrayList<>(keys.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (RecordKey key : keys) {
                Columns.setKey(statement, key);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        found.add(Columns.get(row, 1, key));
                    }
                }
            }
        }
        return found;
    }

    @Override
    public Map<RecordKey, Long> lock(Connection connection, List<RecordKey> keys) throws SQLException {
        Map<RecordKey, Long> versions = new HashMap<>();
        String sql = "select version from " + table.qualified() + " where " + Columns.KEY_IS + " for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (RecordKey key : keys) {
                Columns.setKey(statement, key);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        versions.put(key, row.getLong(1));
                    }
                }
            }
        }
        return versions;
    }

    @Override
    public void insert(Connection connection, List<StoredRecord> records) throws SQLException {
        write(connection, "insert into " + table.qualified() + " (" + Columns.ALL + ")", records);
    }

    @Override
    public void put(Connection connection, List<StoredRecord> records) throws SQLException {
        String sql = "merge into " + table.qualified() + " (" + Columns.ALL + ") key (record_key)";
        write(connection, sql, records);
    }

    @Override
    public void delete(Connection connection, List<RecordKey> keys) throws SQLException {
        Columns.delete(connection, table, keys);
    }

    private static void write(Connection connection, String sql, List<StoredRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredRecord record : records) {
                Columns.set(statement, record);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
