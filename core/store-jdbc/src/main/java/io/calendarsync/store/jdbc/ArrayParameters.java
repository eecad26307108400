package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds a list as one array for each column. */
final class ArrayParameters {

    private final PreparedStatement statement;
    private int index;

    ArrayParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    void keys(List<RecordKey> keys) throws SQLException {
        bytes(keys, KeyBytes::of);
    }

    void records(List<StoredRecord> records) throws SQLException {
        bytes(records, record -> KeyBytes.of(record.key()));
        bytes(records, record -> record.key().collection().getBytes(UTF_8));
        bytes(records, record -> record.key().partition().getBytes(UTF_8));
        numbers(records, StoredRecord::version);
        numbers(records, record -> Microseconds.of(record.at()));
        numbers(records, record -> Microseconds.of(record.until()));
        bytes(records, record -> record.fingerprint().getBytes(UTF_8));
        bytes(records, StoredRecord::payload);
    }

    private <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
        set("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private <T> void numbers(List<T> rows, Function<T, Long> column) throws SQLException {
        set("int8", rows.stream().map(column).toArray(Long[]::new));
    }

    private void set(String type, Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
    }
}
