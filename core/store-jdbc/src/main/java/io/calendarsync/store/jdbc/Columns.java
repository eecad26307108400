package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The columns of the table and how a record travels through them. */
final class Columns {

    static final String ALL = "record_key, collection, part, version, at, until, fingerprint, payload";
    static final String KEY_IS = "record_key = ?";

    private static final byte[] NO_PAYLOAD = {};

    private Columns() {}

    static void setKey(PreparedStatement statement, RecordKey key) throws SQLException {
        statement.setBytes(1, KeyBytes.of(key));
    }

    static void set(PreparedStatement statement, StoredRecord record) throws SQLException {
        setKey(statement, record.key());
        statement.setBytes(2, record.key().collection().getBytes(UTF_8));
        statement.setBytes(3, record.key().partition().getBytes(UTF_8));
        statement.setLong(4, record.version());
        statement.setLong(5, Microseconds.of(record.at()));
        statement.setLong(6, Microseconds.of(record.until()));
        statement.setBytes(7, record.fingerprint().getBytes(UTF_8));
        statement.setBytes(8, record.payload());
    }

    /** Reads {@code version, at, until, fingerprint, payload} from that column on. */
    static StoredRecord get(ResultSet row, int column, RecordKey key) throws SQLException {
        return get(row, column, key, row.getBytes(column + 4));
    }

    /** Reads {@code version, at, until, fingerprint} from that column on. */
    static StoredRecord getWithoutPayload(ResultSet row, int column, RecordKey key) throws SQLException {
        return get(row, column, key, NO_PAYLOAD);
    }

    private static StoredRecord get(ResultSet row, int column, RecordKey key, byte[] payload) throws SQLException {
        return new StoredRecord(
                key,
                row.getLong(column),
                Microseconds.toInstant(row.getLong(column + 1)),
                Microseconds.toInstant(row.getLong(column + 2)),
                getText(row, column + 3),
                payload);
    }

    static String getText(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), UTF_8);
    }

    /** Deletes one row after the other, in as few round trips as the driver makes of a JDBC batch. */
    static void delete(Connection connection, TableName table, List<RecordKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + table.qualified() + " where " + KEY_IS)) {
            for (RecordKey key : keys) {
                setKey(statement, key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
