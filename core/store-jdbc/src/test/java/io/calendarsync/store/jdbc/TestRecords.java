package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.Write;
import java.time.Instant;

/** Small records. */
final class TestRecords {

    static final String COLLECTION = "test";

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private TestRecords() {}

    static RecordKey key(String id) {
        return new RecordKey(COLLECTION, "partition", id);
    }

    static StoredRecord record(String id, long version) {
        return record(id, version, ("payload " + version).getBytes(UTF_8));
    }

    static StoredRecord record(String id, long version, byte[] payload) {
        return new StoredRecord(key(id), version, AT, AT, "1:" + version, payload);
    }

    static Write create(String id, long version) {
        return new Write.Put(record(id, version), Expect.absent());
    }

    static Write replace(long expected, String id, long version) {
        return new Write.Put(record(id, version), Expect.version(expected));
    }
}
