package io.calendarsync.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyStoreTest {

    private static final RecordKey KEY = new RecordKey("things", "p", "1");

    private final SyncStore database = new InMemorySyncStore();
    private final ScriptedStoreFaults faults = new ScriptedStoreFaults();
    private final FaultyStore store = new FaultyStore(database, faults);

    @Test
    void without_faults_it_is_the_store_behind_it() {
        assertThat(store.commit(put(1))).isEqualTo(CommitResult.committed());

        assertThat(store.read(List.of(KEY))).hasSize(1);
        assertThat(store.scan(Scan.of("things")).records()).hasSize(1);
        assertThat(store.limits()).isEqualTo(database.limits());
        assertThat(store.calls())
                .containsEntry(StoreCall.Kind.COMMIT, 1L)
                .containsEntry(StoreCall.Kind.READ, 1L)
                .containsEntry(StoreCall.Kind.SCAN, 1L);
    }

    @Test
    void a_fault_before_the_commit_leaves_nothing_and_one_after_it_leaves_all() {
        faults.failNext(StoreCall.Kind.COMMIT, new StoreException("on the way"))
                .loseNextAnswer(StoreCall.Kind.COMMIT, new StoreException("on the way back"));

        assertThatThrownBy(() -> store.commit(put(1))).hasMessage("on the way");
        assertThat(database.read(List.of(KEY))).isEmpty();

        assertThatThrownBy(() -> store.commit(put(1))).hasMessage("on the way back");
        assertThat(database.read(List.of(KEY))).hasSize(1);
        assertThat(store.calls(StoreCall.Kind.COMMIT)).isEqualTo(2);
    }

    @Test
    void reads_and_scans_fail_too() {
        faults.failNext(StoreCall.Kind.READ, new StoreException("r"))
                .loseNextAnswer(StoreCall.Kind.READ, new StoreException("r"))
                .failNext(StoreCall.Kind.SCAN, new StoreException("s"));

        assertThatThrownBy(() -> store.read(List.of(KEY))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.read(List.of(KEY))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.scan(Scan.of("things"))).isInstanceOf(StoreException.class);
        assertThat(store.read(List.of(KEY))).isEmpty();
    }

    @Test
    void a_plan_is_told_whether_the_batch_became_durable() {
        List<StoreCall> seen = new ArrayList<>();
        SyncStore watched = new FaultyStore(database, new StoreFaultPlan() {
            @Override
            public void before(StoreCall call) {
                seen.add(call);
            }

            @Override
            public void after(StoreCall call) {
                seen.add(call);
            }
        });

        watched.commit(put(1));
        watched.commit(put(2));

        assertThat(seen.stream().map(call -> ((StoreCall.Commit) call).happened()))
                .containsExactly(false, true, false, false);
        assertThat(seen).extracting(StoreCall::number).containsExactly(1L, 1L, 2L, 2L);
    }

    private static List<Write> put(long version) {
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        return List.of(new Write.Put(new StoredRecord(KEY, version, at, at, "", new byte[0]), Expect.absent()));
    }
}
