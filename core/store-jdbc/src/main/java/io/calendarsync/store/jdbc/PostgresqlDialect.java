package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL: each kind of write is one statement over arrays, however many rows it touches. */
record PostgresqlDialect(TableName table) implements SqlDialect {

    private static final StoreLimits LIMITS = new StoreLimits(1000, 1024 * 1024);

    /** Most bytes of payload in one statement: well below the gigabyte a message may take, and kind to the heap. */
    private static final int STATEMENT_BYTES = 8 * 1024 * 1024;

    private static final String KEYS = "unnest(?::bytea[])";
    private static final String RECORDS = "unnest(?::bytea[], ?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[],"
            + " ?::bigint[], ?::bytea[], ?::bytea[]) as r (" + Columns.ALL + ")";

    @Override
    public SqlDialect in(TableName other) {
        return new PostgresqlDialect(other);
    }

    @Override
    public StoreLimits limits() {
        return LIMITS;
    }

    @Override
    public String schemaFile() {
        return "postgresql.sql";
    }

    /** "If not exists" does not wait for somebody who is just creating the same table, and fails. */
    @Override
    public void lockSchema(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtext('calendarsync'), hashtext(?))")) {
            statement.setString(1, table.qualified());
            statement.execute();
        }
    }

    @Override
    public List<StoredRecord> read(Connection connection, List<RecordKey> keys) throws SQLException {
        List<StoredRecord> found = new ArrayList<>(keys.size());
        try (PreparedStatement statement = connection.prepareStatement(readStatement());
                ResultSet rows = query(statement, keys)) {
            while (rows.next()) {
                found.add(Columns.get(rows, 2, keys.get(rows.getInt(1) - 1)));
            }
        }
        return found;
    }

    @Override
    public Map<RecordKey, Long> lock(Connection connection, List<RecordKey> keys) throws SQLException {
        Map<RecordKey, Long> versions = new HashMap<>();
        if (keys.isEmpty()) {
            return versions;
        }
        try (PreparedStatement statement = connection.prepareStatement(lockStatement());
                ResultSet rows = query(statement, keys)) {
            while (rows.next()) {
                versions.put(keys.get(rows.getInt(1) - 1), rows.getLong(2));
            }
        }
        return versions;
    }

    /**
     * Says itself which keys exist, as a violation would be an error line in the database's log each time; only a key that
     * another transaction is creating at this moment is found by the index.
     */
    @Override
    public void insert(Connection connection, List<StoredRecord> records) throws SQLException {
        if (write(connection, insertStatement(), records) < records.size()) {
            throw new SQLIntegrityConstraintViolationException("a key exists already", Contention.DUPLICATE);
        }
    }

    @Override
    public void put(Connection connection, List<StoredRecord> records) throws SQLException {
        write(
                connection,
                insertion()
                        + " on conflict (record_key) do update set version = excluded.version, at = excluded.at,"
                        + " until = excluded.until, fingerprint = excluded.fingerprint, payload = excluded.payload",
                records);
    }

    @Override
    public void delete(Connection connection, List<RecordKey> keys) throws SQLException {
        Columns.delete(connection, table, keys);
    }

    /** "Offset 0" keeps the planner from making a join of it: one index lookup for each key. */
    String insertStatement() {
        return insertion() + " where not exists (select from " + table.qualified()
                + " t where t.record_key = r.record_key offset 0)";
    }

    /** "Offset 0" keeps the planner from joining in any other way than one index lookup for each key. */
    String readStatement() {
        return forEachKey("version, at, until, fingerprint, payload", "offset 0");
    }

    /** Rows are looked up and locked one after the other, so in the order of the keys. */
    String lockStatement() {
        return forEachKey("version", "for no key update");
    }

    /** A lookup that returns the number of the key and those columns, in the order of the keys. */
    private String forEachKey(String columns, String how) {
        return "select k.number, r.* from " + KEYS + " with ordinality as k (record_key, number)"
                + " cross join lateral (select " + columns + " from " + table.qualified() + " t"
                + " where t.record_key = k.record_key " + how + ") r";
    }

    private static ResultSet query(PreparedStatement statement, List<RecordKey> keys) throws SQLException {
        new ArrayParameters(statement).keys(keys);
        return statement.executeQuery();
    }

    private String insertion() {
        return "insert into " + table.qualified() + " (" + Columns.ALL + ") select * from " + RECORDS;
    }

    private int write(Connection connection, String sql, List<StoredRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return 0;
        }
        int written = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int from = 0;
            while (from < records.size()) {
                int to = end(records, from);
                new ArrayParameters(statement).records(records.subList(from, to));
                written += statement.executeUpdate();
                from = to;
            }
        }
        return written;
    }

    private static int end(List<StoredRecord> records, int from) {
        int bytes = 0;
        int to = from;
        while (to < records.size() && (to == from || bytes + records.get(to).payload().length <= STATEMENT_BYTES)) {
            bytes += records.get(to).payload().length;
            to++;
        }
        return to;
    }
}
