package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.WorkingHours;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.store.InMemorySyncStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OwnerRemainsTest {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final String KEY = Keyspace.ownerKey(ANNA);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Records records = new Records(new InMemorySyncStore(), new AtomicLong()::incrementAndGet);
    private final OwnerRecords owners = new OwnerRecords(records);
    private final HoursRecords hours = new HoursRecords(records);
    private final OwnerRemains remains = new OwnerRemains(records);

    @Test
    void whatIsKeptForAnOwner_goes() {
        comesIn();
        OwnerRecords.Erasing erasing = markErasing();

        assertThat(remains.erase(erasing)).isPositive();

        assertThat(owners.find(KEY)).isEmpty();
        assertThat(hours.find(KEY)).isEmpty();
    }

    /** A node that stood still in the middle of an erasure must not touch who came back after it. */
    @Test
    void onceTheErasureEndedElsewhere_nothingGoesAnyMore() {
        comesIn();
        OwnerRecords.Erasing erasing = markErasing();
        remains.erase(erasing);
        owners.end(erasing);
        comesIn();

        assertThat(remains.erase(erasing)).isZero();

        assertThat(owners.find(KEY)).isPresent();
        assertThat(hours.find(KEY)).isPresent();
    }

    private void comesIn() {
        Commit commit = records.begin();
        owners.mustLive(commit, KEY);
        owners.create(commit, KEY, new OwnerRecord(ANNA, LogHead.begin(1)));
        hours.put(commit, KEY, WorkingHours.in(ZoneOffset.UTC).weekdays("09:00-17:00"));
        assertThat(commit.run()).isTrue();
    }

    private OwnerRecords.Erasing markErasing() {
        Commit mark = records.begin();
        owners.markErasing(mark, KEY, NOW);
        assertThat(mark.run()).isTrue();
        return owners.erasing(KEY).orElseThrow();
    }
}
