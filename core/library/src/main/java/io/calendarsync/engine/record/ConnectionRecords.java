package io.calendarsync.engine.record;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.Scan;
import java.util.List;
import java.util.Optional;

/** Keeps connections. Thread-safe. */
public final class ConnectionRecords {

    private final Records records;

    /** Opens them. */
    public ConnectionRecords(Records records) {
        this.records = records;
    }

    /** Returns a connection. */
    public Optional<Stored<ConnectionRecord>> find(ConnectionId id) {
        return Optional.of(id)
                .filter(ours -> Keyspace.mayBeOurs(ours.value()))
                .flatMap(ours -> records.read(Keyspace.connection(ours)))
                .map(record -> new Stored<>(ConnectionRecord.read(record.payload()), record.version()));
    }

    /** Returns an owner's connections. */
    public List<Stored<ConnectionRecord>> of(String ownerKey) {
        return records.all(Scan.of(Keyspace.CONNECTION).in(ownerKey)).stream()
                .map(record -> new Stored<>(ConnectionRecord.read(record.payload()), record.version()))
                .toList();
    }

    /** Adds one that must not be there yet. */
    public void create(Commit commit, ConnectionRecord connection) {
        commit.put(Keyspace.connection(connection.id()), connection.bytes(), Expect.absent());
    }

    /** Writes over the version that was read. */
    public void save(Commit commit, Stored<ConnectionRecord> read, ConnectionRecord next) {
        commit.put(Keyspace.connection(next.id()), next.bytes(), Expect.version(read.version()));
    }

    /** Removes the version that was read, what opens it and what else is kept of it besides its calendars. */
    public void delete(Commit commit, Stored<ConnectionRecord> read) {
        ConnectionId id = read.value().id();
        commit.delete(Keyspace.connection(id), read.version());
        records.read(Keyspace.credential(id))
                .ifPresent(credential -> commit.delete(credential.key(), credential.version()));
        new CalendarListRecords(records).delete(commit, id);
        new AccountRecords(records).delete(commit, read.value());
    }

    /** Makes the commit depend on the connection being as it was read. */
    public void check(Commit commit, Stored<ConnectionRecord> read) {
        commit.check(Keyspace.connection(read.value().id()), Expect.version(read.version()));
    }
}
