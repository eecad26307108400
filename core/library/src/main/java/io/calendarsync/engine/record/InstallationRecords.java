package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;

/** Keeps the name of the installation: the nodes over one store, as told from those over another. Thread-safe. */
public final class InstallationRecords {

    private static final RecordKey KEY = new RecordKey(Keyspace.INSTALLATION, "this", "name");

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

    private String begin() {
        String name = Long.toString(records.fresh(), 36) + Long.toString(records.fresh(), 36);
        Commit commit = records.begin();
        commit.put(KEY, Fields.none().put("name", name).bytes(), Expect.absent());
        return commit.run() ? name : name();
    }
}
