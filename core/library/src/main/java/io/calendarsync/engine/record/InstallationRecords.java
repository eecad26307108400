package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Instant;
import java.util.Optional;

/** Keeps the name of the installation: the nodes over one store, as told from those over another. Thread-safe. */
public final class InstallationRecords {

    private static final RecordKey KEY = new RecordKey(Keyspace.INSTALLATION, "this", "name");
    private static final RecordKey ADDRESS = new RecordKey(Keyspace.INSTALLATION, "this", "address");

    private final Records records;

    /** Opens them. */
    public InstallationRecords(Records records) {
        this.records = records;
    }

    /** Returns its name, 1 to 40 characters, which whoever is first to ask makes up. */
    public String name() {
        return records.read(KEY)
                .map(record -> Fields.of(record.payload()).text("name"))
                .orElseGet(this::begin);
    }

    /**
     * Notes where it is reached, together with what is to be done where that was another address before; returns whether
     * it was.
     */
    public boolean reachedAt(String address, DueRecords due, Job then, Instant now) {
        Optional<StoredRecord> known = records.read(ADDRESS);
        if (known.filter(record -> Fields.of(record.payload()).text("address").equals(address))
                .isPresent()) {
            return false;
        }
        Commit commit = records.begin();
        Expect expect = known.map(record -> Expect.version(record.version())).orElseGet(Expect::absent);
        commit.put(ADDRESS, Fields.none().put("address", address).bytes(), expect);
        due.put(commit, then, now);
        return commit.run();
    }

    private String begin() {
        String name = Long.toString(records.fresh(), 36) + Long.toString(records.fresh(), 36);
        Commit commit = records.begin();
        commit.put(KEY, Fields.none().put("name", name).bytes(), Expect.absent());
        return commit.run() ? name : name();
    }
}
