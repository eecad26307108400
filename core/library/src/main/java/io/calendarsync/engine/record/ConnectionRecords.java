package io.calendarsync.engine.record;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Keeps connections and, encrypted in records of their own, what opens them. Thread-safe. */
public final class ConnectionRecords {

    private final Records records;
    private final RecordCipher cipher;

    /** Opens them. */
    public ConnectionRecords(Records records, RecordCipher cipher) {
        this.records = records;
        this.cipher = cipher;
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

    /** Removes the version that was read, and what opens it. */
    public void delete(Commit commit, Stored<ConnectionRecord> read) {
        ConnectionId id = read.value().id();
        commit.delete(Keyspace.connection(id), read.version());
        records.read(Keyspace.credential(id))
                .ifPresent(credential -> commit.delete(credential.key(), credential.version()));
    }

    /** Makes the commit depend on the connection being as it was read. */
    public void check(Commit commit, Stored<ConnectionRecord> read) {
        commit.check(Keyspace.connection(read.value().id()), Expect.version(read.version()));
    }

    /** Writes what opens a connection. */
    public void putCredential(Commit commit, ConnectionId id, Credential.Feed feed) {
        RecordKey key = Keyspace.credential(id);
        byte[] plain = Fields.none()
                .put("feed", feed.address().toString())
                .put("zone", feed.floatingZone().getId())
                .bytes();
        commit.put(key, cipher.encrypt(key, plain), Expect.any());
    }

    /**
     * Returns whether that is what is stored to open a connection, encrypted with the key that is now used.
     *
     * @throws RuntimeException if this node cannot read what is stored
     */
    public boolean isUpToDate(ConnectionId id, Credential.Feed feed) {
        boolean same = credential(id).filter(stored -> stored.equals(feed)).isPresent();
        return same
                && records.read(Keyspace.credential(id))
                        .filter(record -> !cipher.isOld(record.payload()))
                        .isPresent();
    }

    /** Returns what opens a connection. */
    public Optional<Credential> credential(ConnectionId id) {
        RecordKey key = Keyspace.credential(id);
        return records.read(key).map(record -> {
            Fields fields = Fields.of(cipher.decrypt(key, record.payload()));
            return new Credential.Feed(URI.create(fields.text("feed")), ZoneId.of(fields.text("zone")));
        });
    }
}
