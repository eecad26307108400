package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Replaces or deletes one row if it still has the expected version, in one statement. */
final class SingleRow {

    private SingleRow() {}

    /** Returns whether the write changes a row that must have a certain version. */
    static boolean isChange(Write write) {
        return write.expect() instanceof Expect.Version && !(write instanceof Write.Check);
    }

    /** Returns whether the row had the version; if so it is changed, and locked until the transaction ends. */
    static boolean change(Connection connection, TableName table, Write write) throws SQLException {
        if (!(write.expect() instanceof Expect.Version expected)) {
            throw new IllegalArgumentException("a change of a row expects a version");
        }
        return write instanceof Write.Put put
                ? replace(connection, table, put.record(), expected.version())
                : delete(connection, table, write, expected.version());
    }

    private static boolean replace(Connection connection, TableName table, StoredRecord record, long expected)
            throws SQLException {
        String sql = "update " + table.qualified()
                + " set version = ?, at = ?, until = ?, fingerprint = ?, payload = ? where record_key = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, record.version());
            statement.setLong(2, Microseconds.of(record.at()));
            statement.setLong(3, Microseconds.of(record.until()));
            statement.setBytes(4, record.fingerprint().getBytes(UTF_8));
            statement.setBytes(5, record.payload());
            statement.setBytes(6, KeyBytes.of(record.key()));
            statement.setLong(7, expected);
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean delete(Connection connection, TableName table, Write write, long expected)
            throws SQLException {
        String sql = "delete from " + table.qualified() + " where record_key = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, KeyBytes.of(write.key()));
            statement.setLong(2, expected);
            return statement.executeUpdate() == 1;
        }
    }
}
