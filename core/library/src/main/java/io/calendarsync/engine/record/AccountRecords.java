package io.calendarsync.engine.record;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.util.List;

/** Keeps which connections, of whatever owners, are to one account: they share its grant. Thread-safe. */
public final class AccountRecords {

    private final Records records;

    /** Opens them. */
    public AccountRecords(Records records) {
        this.records = records;
    }

    /** Adds a connection. */
    public void put(Commit commit, ConnectionRecord connection) {
        commit.put(
                key(connection),
                Fields.none().put("connection", connection.id().value()).bytes(),
                Expect.any());
    }

    /** Removes a connection. */
    public void delete(Commit commit, ConnectionRecord connection) {
        records.read(key(connection)).ifPresent(record -> commit.delete(record.key(), record.version()));
    }

    /** Returns the connections to the account of this one, itself among them. */
    public List<ConnectionId> sharing(ConnectionRecord connection) {
        return records.all(Scan.of(Keyspace.ACCOUNT).in(partition(connection))).stream()
                .map(record -> new ConnectionId(Fields.of(record.payload()).text("connection")))
                .toList();
    }

    private static RecordKey key(ConnectionRecord connection) {
        return new RecordKey(
                Keyspace.ACCOUNT, partition(connection), connection.id().value());
    }

    private static String partition(ConnectionRecord connection) {
        return Digest.text(connection.provider().value() + "\n"
                        + connection.account().id())
                .substring(0, 32);
    }
}
