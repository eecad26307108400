package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import java.time.Instant;
import java.util.Optional;

/** Keeps the owners, and whether they are being erased. Thread-safe. */
public final class OwnerRecords {

    private final Records records;

    /** Opens them. */
    public OwnerRecords(Records records) {
        this.records = records;
    }

    /** Returns an owner. */
    public Optional<Stored<OwnerRecord>> find(String ownerKey) {
        return records.read(Keyspace.owner(ownerKey))
                .map(record -> new Stored<>(OwnerRecord.read(record.payload()), record.version()));
    }

    /** Returns a page of all owners there are. */
    public Paged<OwnerRecord> page(Optional<String> after, int limit) {
        Scan scan = Scan.of(Keyspace.OWNER).limit(limit);
        RecordPage page = records.scan(after.map(scan::after).orElse(scan));
        return new Paged<>(
                page.records().stream()
                        .filter(record -> record.key().id().equals(Keyspace.OWNER_STATE))
                        .map(record -> OwnerRecord.read(record.payload()))
                        .toList(),
                page.next());
    }

    /** Adds one that must not be there yet. */
    public void create(Commit commit, String ownerKey, OwnerRecord owner) {
        commit.put(Keyspace.owner(ownerKey), owner.bytes(), Expect.absent());
    }

    /** Writes over the version that was read. */
    public void save(Commit commit, String ownerKey, Stored<OwnerRecord> read, OwnerRecord next) {
        commit.put(Keyspace.owner(ownerKey), next.bytes(), Expect.version(read.version()));
    }

    /** Makes the commit depend on the owner being as they were read. */
    public void check(Commit commit, String ownerKey, Stored<OwnerRecord> read) {
        commit.check(Keyspace.owner(ownerKey), Expect.version(read.version()));
    }

    /** Returns the erasure of an owner that is under way; absent while they may own things. */
    public Optional<Erasing> erasing(String ownerKey) {
        return records.read(Keyspace.ownerLife(ownerKey)).map(life -> new Erasing(ownerKey, life.at(), life.version()));
    }

    /**
     * An erasure under way.
     *
     * @param ownerKey whose
     * @param since when it began
     * @param version tells it from another of the same owner
     */
    public record Erasing(String ownerKey, Instant since, long version) {

        /** Makes the commit depend on this erasure still being under way. */
        public void mustGoOn(Commit commit) {
            commit.check(Keyspace.ownerLife(ownerKey), Expect.version(version));
        }
    }

    /** Makes the commit depend on the owner not being erased. */
    public void mustLive(Commit commit, String ownerKey) {
        commit.check(Keyspace.ownerLife(ownerKey), Expect.absent());
    }

    /** Marks the owner as being erased. */
    public void markErasing(Commit commit, String ownerKey, Instant now) {
        commit.put(Keyspace.ownerLife(ownerKey), now, Fields.none().bytes(), Expect.absent());
    }

    /** Lets the same owner come back. */
    public void end(Erasing erasing) {
        Commit commit = records.begin();
        commit.delete(Keyspace.ownerLife(erasing.ownerKey()), erasing.version());
        commit.run();
    }
}
