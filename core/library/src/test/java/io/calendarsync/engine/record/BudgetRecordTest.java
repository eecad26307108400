package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is left for whom, and how the limit moves. */
class BudgetRecordTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void pollsLeaveSomethingForRenewals_andThoseForWhoeverWaits() {
        BudgetRecord budget = BudgetRecord.begin(700).at(NOON, 700);

        assertThat(budget.left(Urgency.POLL)).isEqualTo(80);
        assertThat(budget.taken(80).left(Urgency.POLL)).isZero();
        assertThat(budget.taken(80).left(Urgency.RENEWAL)).isEqualTo(10);
        assertThat(budget.taken(90).left(Urgency.INTERACTIVE)).isEqualTo(10);
        assertThat(budget.taken(100).left(Urgency.INTERACTIVE)).isZero();
    }

    @Test
    void afterTenSeconds_nothingIsSpentAnyMore() {
        BudgetRecord spent = BudgetRecord.begin(700).at(NOON, 700).taken(100);

        assertThat(spent.at(NOON.plusSeconds(9), 700).spent()).isEqualTo(100);
        assertThat(spent.at(NOON.plusSeconds(10), 700).spent()).isZero();
    }

    @Test
    void whereItIsTooMuch_theLimitFalls_onceAStretch_andRisesSlowly() {
        BudgetRecord lowered = BudgetRecord.begin(1000).at(NOON, 1000).overspent(NOON, 0);

        assertThat(lowered.perMinute()).isEqualTo(700);
        assertThat(lowered.overspent(NOON.plusSeconds(3), 0).perMinute()).isEqualTo(700);
        BudgetRecord later = lowered;
        for (int stretch = 1; stretch <= 60; stretch++) {
            later = later.at(NOON.plusSeconds(10L * stretch), 1000);
        }
        assertThat(later.perMinute()).as("never above what the host said").isEqualTo(1000);
        assertThat(lowered.at(NOON.plusSeconds(10), 1000).perMinute()).isEqualTo(714);
    }

    @Test
    void whereNothingWasSaid_theLimitComesFromWhatWasAsked() {
        BudgetRecord found = BudgetRecord.begin(0).overspent(NOON, 5000);

        assertThat(BudgetRecord.begin(0).isLimited()).isFalse();
        assertThat(found.perMinute()).isEqualTo(3500);
    }

    @Test
    void whatIsPutOff_comesBackOneAfterTheOther() {
        BudgetRecord budget = BudgetRecord.begin(700).at(NOON, 700);

        BudgetRecord once = budget.promised(20);
        BudgetRecord twice = once.promised(20);

        assertThat(budget.begin()).isEqualTo(NOON.plusSeconds(10));
        assertThat(once.begin()).isEqualTo(NOON.plusSeconds(10).plus(Duration.ofNanos(20 * (60_000_000_000L / 560))));
        assertThat(twice.begin()).isEqualTo(NOON.plusSeconds(10).plus(Duration.ofNanos(40 * (60_000_000_000L / 560))));
    }

    @Test
    void aStretchFromTheFarFuture_isNotBelieved() {
        BudgetRecord wrong =
                new BudgetRecord(600, NOON.plus(Duration.ofDays(3650)), 100, NOON.plus(Duration.ofDays(3650)), NOON);

        assertThat(wrong.at(NOON, 600).spent()).isZero();
        assertThat(wrong.at(NOON, 600).begin()).isBefore(NOON.plusSeconds(30));
    }

    @Test
    void whatIsStored_isReadBack() {
        BudgetRecord budget =
                BudgetRecord.begin(700).at(NOON, 700).taken(7).promised(20).overspent(NOON, 0);

        assertThat(BudgetRecord.read(budget.bytes())).isEqualTo(budget);
    }
}
