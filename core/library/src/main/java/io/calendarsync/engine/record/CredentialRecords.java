package io.calendarsync.engine.record;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/** Keeps what opens connections, encrypted, in records of their own. Thread-safe. */
public final class CredentialRecords {

    private final Records records;
    private final RecordCipher cipher;

    /** Opens them. */
    public CredentialRecords(Records records, RecordCipher cipher) {
        this.records = records;
        this.cipher = cipher;
    }

    /** Returns the feed of a connection; absent where it has a grant, or nothing. */
    public Optional<Credential.Feed> feed(ConnectionId id) {
        return records.read(Keyspace.credential(id))
                .map(this::decrypt)
                .filter(fields -> fields.has("feed"))
                .map(CredentialRecords::feed);
    }

    /** Returns the grant of a connection; absent where it has a feed, or nothing. */
    public Optional<Stored<GrantRecord>> grant(ConnectionId id) {
        Optional<StoredRecord> record = records.read(Keyspace.credential(id));
        return record.map(this::decrypt)
                .filter(fields -> fields.has("token"))
                .map(fields -> new Stored<>(
                        GrantRecord.read(fields), record.orElseThrow().version()));
    }

    /** Writes the feed of a connection. */
    public void put(Commit commit, ConnectionId id, Credential.Feed feed) {
        Fields plain = Fields.none()
                .put("feed", feed.address().toString())
                .put("zone", feed.floatingZone().getId());
        put(commit, id, plain, Expect.any());
    }

    /** Writes the grant of a connection, whatever was there. */
    public void put(Commit commit, ConnectionId id, GrantRecord grant) {
        put(commit, id, grant.write(), Expect.any());
    }

    /** Writes over the version of a grant that was read, and returns what is then stored. */
    public Stored<GrantRecord> save(Commit commit, ConnectionId id, Stored<GrantRecord> read, GrantRecord next) {
        return new Stored<>(next, put(commit, id, next.write(), Expect.version(read.version())));
    }

    /**
     * Returns whether that is what is stored to open a connection, encrypted with the key that is now used.
     *
     * @throws RuntimeException if this node cannot read what is stored
     */
    public boolean isUpToDate(ConnectionId id, Credential.Feed feed) {
        return records.read(Keyspace.credential(id))
                .filter(record ->
                        decrypt(record).has("feed") && feed(decrypt(record)).equals(feed))
                .filter(record -> !cipher.isOld(record.payload()))
                .isPresent();
    }

    private long put(Commit commit, ConnectionId id, Fields plain, Expect expect) {
        RecordKey key = Keyspace.credential(id);
        return commit.put(key, cipher.encrypt(key, plain.bytes()), expect);
    }

    private Fields decrypt(StoredRecord record) {
        return Fields.of(cipher.decrypt(record.key(), record.payload()));
    }

    private static Credential.Feed feed(Fields fields) {
        return new Credential.Feed(URI.create(fields.text("feed")), ZoneId.of(fields.text("zone")));
    }
}
