package io.calendarsync.engine.record;

import io.calendarsync.AuditEntry;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.time.Instant;
import java.util.List;

/** Keeps who did what and why, in the owner's partition. Thread-safe. */
public final class AuditRecords {

    private final Records records;

    /** Opens them. */
    public AuditRecords(Records records) {
        this.records = records;
    }

    /** Adds an entry to the commit that does what it tells. */
    public void append(Commit commit, String ownerKey, AuditEntry entry) {
        byte[] payload = payload(entry);
        String id = Long.toString(records.fresh(), 36);
        commit.put(new RecordKey(Keyspace.AUDIT, ownerKey, id), entry.at(), payload, Expect.absent());
    }

    /** Returns an owner's entries, oldest first. */
    public List<AuditEntry> of(String ownerKey) {
        return records.all(Scan.of(Keyspace.AUDIT).in(ownerKey)).stream()
                .map(record -> entry(Fields.of(record.payload())))
                .toList();
    }

    /** Removes entries older than that. */
    public int purge(String ownerKey, Instant before) {
        return records.removeAll(Scan.of(Keyspace.AUDIT).in(ownerKey).before(before));
    }

    static byte[] payload(AuditEntry entry) {
        return Fields.none()
                .put("at", entry.at())
                .put("who", entry.who())
                .put("what", entry.what())
                .put("target", entry.target())
                .put("why", entry.why())
                .bytes();
    }

    private static AuditEntry entry(Fields fields) {
        return new AuditEntry(
                fields.instant("at"),
                fields.text("who"),
                fields.text("what"),
                fields.text("target"),
                fields.text("why"));
    }
}
