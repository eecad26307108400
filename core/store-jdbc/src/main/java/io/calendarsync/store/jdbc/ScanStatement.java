package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of a scan: a range of the index by collection and {@code at}, or of the one by partition, begun after the
 * last record of the page before.
 */
final class ScanStatement {

    /** Most records in a page, whatever is asked for: drivers hold a whole page in the heap. */
    private static final int MOST_RECORDS = 1000;

    private final Scan scan;
    private final int limit;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    ScanStatement(TableName table, Scan scan) {
        this.scan = scan;
        this.limit = Math.min(scan.limit(), MOST_RECORDS);
        sql.append("select record_key, version, at, until, fingerprint")
                .append(scan.payloads() ? ", payload" : "")
                .append(" from ")
                .append(table.qualified());
        add(" where collection = ?", scan.collection().getBytes(UTF_8));
        scan.partition().ifPresent(partition -> add(" and part = ?", partition.getBytes(UTF_8)));
        addLowerBound();
        addUpperBound();
        // All columns of the index are named: H2 sorts anew where the constant ones are left out.
        sql.append(
                        scan.partition().isPresent()
                                ? " order by collection, part, at, record_key"
                                : " order by collection, at, part, record_key")
                .append(" limit ")
                .append(limit + 1);
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    RecordPage run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows);
            }
        }
    }

    /** There always is a plain one: H2 finds no range in a comparison of rows. */
    private void addLowerBound() {
        Optional<ScanToken> after = scan.after().map(ScanToken::parse);
        add(" and at >= ?", after.map(ScanToken::at).orElse(Microseconds.atOrAfter(scan.from())));
        if (after.isPresent() && scan.partition().isPresent()) {
            add(" and (at, record_key) > (?, ?)", after.get().at(), after.get().key());
        } else if (after.isPresent()) {
            add(
                    " and (at, part, record_key) > (?, ?, ?)",
                    after.get().at(),
                    after.get().part(),
                    after.get().key());
        }
    }

    /** Left out where it bounds nothing: PostgreSQL takes any range with two ends for a small one it may sort. */
    private void addUpperBound() {
        if (scan.before().isBefore(Scan.END_OF_TIME)) {
            add(" and at < ?", Microseconds.atOrAfter(scan.before()));
        }
    }

    private void add(String text, Object... values) {
        sql.append(text);
        parameters.addAll(List.of(values));
    }

    private RecordPage page(ResultSet rows) throws SQLException {
        List<StoredRecord> records = new ArrayList<>();
        while (rows.next()) {
            if (records.size() == limit) {
                return new RecordPage(
                        records, Optional.of(token(records.get(limit - 1)).text()));
            }
            records.add(record(rows));
        }
        return new RecordPage(records, Optional.empty());
    }

    private StoredRecord record(ResultSet row) throws SQLException {
        RecordKey key = KeyBytes.parse(row.getBytes(1));
        return scan.payloads() ? Columns.get(row, 2, key) : Columns.getWithoutPayload(row, 2, key);
    }

    private static ScanToken token(StoredRecord last) {
        return new ScanToken(
                Microseconds.of(last.at()), last.key().partition().getBytes(UTF_8), KeyBytes.of(last.key()));
    }
}
