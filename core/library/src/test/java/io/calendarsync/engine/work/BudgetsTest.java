package io.calendarsync.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.RateLimited;
import io.calendarsync.engine.record.BudgetRecord;
import io.calendarsync.engine.record.BudgetRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.RequestBudget;
import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Two nodes over one budget. */
class BudgetsTest {

    private static final ProviderId FAKE = new ProviderId("fake");
    private static final int TOLD = 6_000;
    private static final int BURST_OF_POLLS = 300;
    private static final int HANDFUL = 30;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Random dice = new Random(1);
    private final Commits store = new Commits();
    private final Records records = new Records(store, () -> dice.nextLong(1, Long.MAX_VALUE));
    private final Budgets one = node(Map.of(FAKE, TOLD));
    private final Budgets other = node(Map.of(FAKE, TOLD));

    private Budgets node(Map<ProviderId, Integer> told) {
        return new Budgets(new BudgetRecords(records), told, now::get);
    }

    private void advance(Duration passed) {
        now.updateAndGet(before -> before.plus(passed));
    }

    /** Spends one by one, each in a session of its own, until nothing is left; returns how many it were. */
    private static int spendAll(Budgets node, Urgency urgency) {
        int spent = 0;
        while (catchThrowableOfType(
                        RateLimited.class, () -> node.of(FAKE, urgency).spend(1))
                == null) {
            spent++;
        }
        return spent;
    }

    private Duration putOff(Budgets node, Urgency urgency) {
        return catchThrowableOfType(
                        RateLimited.class, () -> node.of(FAKE, urgency).spend(1))
                .source()
                .retryAfter()
                .orElseThrow();
    }

    @Test
    void nodesShareOneBudget() {
        int first = spendAll(one, Urgency.POLL);

        int second = spendAll(other, Urgency.POLL);

        assertThat(first + second).isEqualTo(BURST_OF_POLLS);
    }

    @Test
    void whereReadingsHaveSpentTheirs_whoWaitsIsServed() {
        spendAll(one, Urgency.POLL);

        assertThat(spendAll(other, Urgency.INTERACTIVE)).isEqualTo(BURST_OF_POLLS);
    }

    @Test
    void whoWaitsInVain_isToldTheMomentThereIsOne() {
        spendAll(one, Urgency.INTERACTIVE);

        Duration pause = putOff(one, Urgency.INTERACTIVE);

        assertThat(pause).isLessThan(Duration.ofMillis(50));
        advance(pause);
        assertThatCode(() -> one.of(FAKE, Urgency.INTERACTIVE).spend(1)).doesNotThrowAnyException();
    }

    @Test
    void readingsThatArePutOff_areGivenATimeEach_acrossNodes() {
        spendAll(one, Urgency.POLL);
        Set<Duration> times = new HashSet<>();

        for (int i = 0; i < 100; i++) {
            times.add(putOff(i % 2 == 0 ? one : other, Urgency.POLL));
        }

        assertThat(times).hasSize(100);
        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void aReadingThatWasBegun_goesOnWhereNoneCanBegin() {
        RequestBudget begun = one.of(FAKE, Urgency.POLL);
        begun.spend(1);
        spendAll(one, Urgency.POLL);

        assertThatCode(() -> begun.spend(1)).doesNotThrowAnyException();
    }

    @Test
    void whatANodeHasInHand_lasts_howeverSeldomItAsks() {
        for (int i = 0; i < HANDFUL; i++) {
            one.of(FAKE, Urgency.POLL).spend(1);
            advance(Duration.ofMinutes(15));
        }

        assertThat(store.commits).isEqualTo(1);
    }

    @Test
    void whereItWasTooMuch_noNodeReads_untilItHasRested() {
        spendAll(one, Urgency.POLL);
        advance(Duration.ofSeconds(1));

        one.overspent(FAKE);

        advance(Duration.ofSeconds(9));
        assertThat(spendAll(one, Urgency.POLL)).isZero();
        assertThat(putOff(other, Urgency.POLL)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThatCode(() -> other.of(FAKE, Urgency.INTERACTIVE).spend(1)).doesNotThrowAnyException();
        advance(Duration.ofSeconds(1));
        assertThat(spendAll(other, Urgency.POLL)).isPositive();
    }

    @Test
    void whereNothingWasSaid_whoWaitsIsNeverHeldBack_beforeTheProviderRefuses() {
        Budgets untold = node(Map.of());

        int polls = spendAll(untold, Urgency.POLL);

        assertThat(polls).isEqualTo(480);
        assertThatCode(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        untold.of(FAKE, Urgency.INTERACTIVE).spend(1);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatARefusalTells_countsWhatAllNodesAsked() {
        Budgets untold = node(Map.of());
        Budgets alike = node(Map.of());
        for (int i = 0; i < 1_000; i++) {
            untold.of(FAKE, Urgency.INTERACTIVE).spend(1);
            alike.of(FAKE, Urgency.INTERACTIVE).spend(1);
        }

        alike.overspent(FAKE);

        BudgetRecord learnt = new BudgetRecords(records)
                .change(FAKE, BudgetRecord.begin(0), UnaryOperator.identity())
                .orElseThrow();
        assertThat(learnt.perMinute()).isBetween(1_790L, 1_810L);
    }

    /** Counts commits. */
    private static final class Commits implements SyncStore {
        private final SyncStore store = new InMemorySyncStore();
        private int commits;

        @Override
        public StoreLimits limits() {
            return store.limits();
        }

        @Override
        public List<StoredRecord> read(Collection<RecordKey> keys) {
            return store.read(keys);
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            commits++;
            return store.commit(batch);
        }

        @Override
        public RecordPage scan(Scan scan) {
            return store.scan(scan);
        }
    }
}
