package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is left for whom, and how the limit moves. */
class BudgetRecordTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long TOLD = 1_000;
    private static final long UNKNOWN = 0;

    private static BudgetRecord full(long told) {
        return BudgetRecord.begin(told).at(NOON, told);
    }

    private static long left(BudgetRecord budget, Urgency urgency, Instant now) {
        return budget.left(urgency, now, TOLD);
    }

    @Test
    void pollsLeaveSomethingForRenewals_andThoseForWhoeverWaits() {
        BudgetRecord budget = full(TOLD);

        assertThat(left(budget, Urgency.POLL, NOON)).isEqualTo(50);
        assertThat(left(budget.taken(50, NOON), Urgency.POLL, NOON)).isZero();
        assertThat(left(budget.taken(50, NOON), Urgency.RENEWAL, NOON)).isEqualTo(25);
        assertThat(left(budget.taken(75, NOON), Urgency.INTERACTIVE, NOON)).isEqualTo(25);
        assertThat(left(budget.taken(100, NOON), Urgency.INTERACTIVE, NOON)).isZero();
    }

    @Test
    void whatIsSpent_isSavedUpAgain_steadily() {
        BudgetRecord spent = full(TOLD).taken(100, NOON);

        Instant later = NOON.plusSeconds(3);
        assertThat(left(spent, Urgency.INTERACTIVE, later)).isEqualTo(850 * 3 / 60);
        assertThat(left(spent, Urgency.INTERACTIVE, NOON.plusSeconds(60))).isEqualTo(100);
        assertThat(spent.until(Urgency.INTERACTIVE, NOON)).isBetween(Duration.ofMillis(70), Duration.ofMillis(71));
        assertThat(spent.until(Urgency.POLL, NOON)).isBetween(Duration.ofMillis(3_595), Duration.ofMillis(3_605));
    }

    @Test
    void noSixtySeconds_seeMoreThanTheLimit_howeverMuchIsWanted() {
        BudgetRecord budget = full(TOLD);
        long[] taken = new long[180 * 4];

        for (int quarter = 0; quarter < taken.length; quarter++) {
            Instant now = NOON.plusMillis(quarter * 250L);
            budget = budget.at(now, TOLD);
            taken[quarter] = left(budget, Urgency.INTERACTIVE, now);
            budget = budget.taken(taken[quarter], now);
        }

        for (int begin = 0; begin + 240 < taken.length; begin++) {
            long minute = 0;
            for (int quarter = begin; quarter <= begin + 240; quarter++) {
                minute += taken[quarter];
            }
            assertThat(minute).isLessThanOrEqualTo(TOLD);
            assertThat(minute).as("and it is used well").isGreaterThan(TOLD * 8 / 10);
        }
    }

    @Test
    void whereItIsTooMuch_theLimitIsBelowWhatWasAsked_onceInTenSeconds() {
        BudgetRecord busy = full(TOLD).taken(800, NOON);
        BudgetRecord lowered = busy.overspent(NOON.plusSeconds(1), TOLD);

        assertThat(lowered.perMinute()).isEqualTo(720);
        assertThat(lowered.overspent(NOON.plusSeconds(4), TOLD)).isEqualTo(lowered);
        assertThat(lowered.overspent(NOON.plusSeconds(12), TOLD).perMinute()).isLessThan(720);
    }

    @Test
    void whereItIsTooMuch_readingsRest_andWhoWaitsGoesOn() {
        Instant now = NOON.plusSeconds(1);
        BudgetRecord lowered = full(TOLD).taken(800, NOON).overspent(now, TOLD);

        assertThat(left(lowered, Urgency.POLL, now.plusSeconds(9))).isZero();
        assertThat(left(lowered, Urgency.RENEWAL, now.plusSeconds(9))).isZero();
        assertThat(left(lowered, Urgency.INTERACTIVE, now)).isEqualTo(18);
        assertThat(left(lowered, Urgency.POLL, now.plusSeconds(10))).isPositive();
        assertThat(lowered.begin(now)).isEqualTo(now.plusSeconds(10));
    }

    @Test
    void whereLittleWasAsked_othersAskTooMuch_andTheLimitIsHalvedAtMost() {
        BudgetRecord lowered = full(TOLD).taken(3, NOON).overspent(NOON.plusSeconds(1), TOLD);

        assertThat(lowered.perMinute()).isEqualTo(500);
    }

    @Test
    void aLimitThatWasSaid_isReturnedTo_andNeverExceeded() {
        BudgetRecord budget = full(TOLD).taken(800, NOON).overspent(NOON, TOLD);

        for (int tens = 1; tens <= 360; tens++) {
            long before = budget.perMinute();
            budget = budget.at(NOON.plusSeconds(10L * tens), TOLD);
            assertThat(budget.perMinute()).isBetween(before, TOLD);
        }

        assertThat(budget.perMinute()).isEqualTo(TOLD);
    }

    @Test
    void whereNothingWasSaid_readingsBeginCarefully_andWhoWaitsIsNotHeldBack() {
        BudgetRecord guess = full(UNKNOWN);

        assertThat(guess.left(Urgency.POLL, NOON, UNKNOWN)).isEqualTo(480);
        assertThat(guess.taken(480, NOON).left(Urgency.POLL, NOON, UNKNOWN)).isZero();
        assertThat(guess.taken(480, NOON).left(Urgency.POLL, NOON.plusSeconds(90), UNKNOWN))
                .isEqualTo(240);
        assertThat(guess.taken(500, NOON).left(Urgency.INTERACTIVE, NOON, UNKNOWN))
                .isGreaterThan(500);
    }

    @Test
    void whereNothingWasSaid_theLimitDoublesInAMinute_ifMoreIsWanted() {
        BudgetRecord wanted = full(UNKNOWN);
        BudgetRecord idle = full(UNKNOWN);

        for (int tens = 1; tens <= 6; tens++) {
            Instant now = NOON.plusSeconds(10L * tens);
            wanted = wanted.promised(200, now).at(now, UNKNOWN);
            idle = idle.at(now, UNKNOWN);
        }

        assertThat(wanted.perMinute()).isBetween(1_100L, 1_300L);
        assertThat(idle.perMinute()).isEqualTo(600);
    }

    @Test
    void whereNothingWasSaid_theFirstRefusalTellsWhatThereIs() {
        BudgetRecord found = full(UNKNOWN).taken(200, NOON).overspent(NOON.plusSeconds(1), UNKNOWN);

        assertThat(found.perMinute()).isEqualTo(180);
        assertThat(found.left(Urgency.INTERACTIVE, NOON.plusSeconds(1), UNKNOWN))
                .isLessThan(6);
    }

    @Test
    void nearWhatWasTooMuch_theLimitRisesSlowly_andNotAtAllUnlessMoreIsWanted() {
        Instant now = NOON.plusSeconds(60);
        BudgetRecord found = full(UNKNOWN).taken(10_000, now).overspent(now, UNKNOWN);

        BudgetRecord wanted = found;
        BudgetRecord idle = found;
        for (int tens = 1; tens <= 60; tens++) {
            Instant then = now.plusSeconds(10L * tens);
            wanted = wanted.promised(20, then).at(then, UNKNOWN);
            idle = idle.at(then, UNKNOWN);
        }
        assertThat(found.perMinute()).isEqualTo(9_000);
        assertThat(idle.perMinute()).isBetween(10_000L, 10_200L);
        assertThat(wanted.perMinute()).isBetween(10_900L, 11_500L);
    }

    @Test
    void whatIsPutOff_comesBackOneAfterTheOther() {
        BudgetRecord budget = full(TOLD).taken(50, NOON);

        BudgetRecord once = budget.promised(20, NOON);
        BudgetRecord twice = once.promised(20, NOON);

        assertThat(budget.begin(NOON)).isBetween(NOON.plusMillis(70), NOON.plusMillis(71));
        assertThat(once.begin(NOON))
                .isEqualTo(budget.begin(NOON).plus(budget.each().multipliedBy(20)));
        assertThat(twice.begin(NOON))
                .isEqualTo(budget.begin(NOON).plus(budget.each().multipliedBy(40)));
    }

    @Test
    void nothingIsPutOff_soFarThatItWouldNotSeeRoom() {
        BudgetRecord budget = full(TOLD);

        for (int i = 0; i < 1_000; i++) {
            budget = budget.promised(20, NOON);
            assertThat(budget.begin(NOON)).isBefore(NOON.plus(Duration.ofMinutes(6)));
        }
    }

    @Test
    void timesFromTheFarFuture_areNotBelieved() {
        Instant wrong = NOON.plus(Duration.ofDays(3650));
        BudgetRecord ahead =
                new BudgetRecord(new Savings(TOLD, wrong), wrong, wrong, wrong, 0, new Traffic(wrong, 7, 7));

        BudgetRecord now = ahead.at(NOON, TOLD);

        assertThat(now.until(Urgency.INTERACTIVE, NOON)).isLessThan(Duration.ofSeconds(10));
        assertThat(now.begin(NOON)).isBefore(NOON.plusSeconds(30));
        assertThat(now.taken(1, NOON).traffic()).isEqualTo(new Traffic(NOON, 1, 0));
        assertThat(left(now.taken(1, NOON), Urgency.POLL, NOON.plusSeconds(20))).isPositive();
    }

    /** Once it was taken for owing everything at each look, and never written down: nobody was served for years. */
    @Test
    void whatAClockAheadSpent_isSavedUpAgain_thoughNobodySpendsAnything() {
        BudgetRecord ahead = full(TOLD).taken(100, NOON.plus(Duration.ofDays(1)));

        BudgetRecord seen = ahead.at(NOON, TOLD);

        assertThat(left(seen, Urgency.INTERACTIVE, NOON)).isZero();
        Instant later = NOON.plusSeconds(8);
        assertThat(left(seen.at(later, TOLD), Urgency.INTERACTIVE, later)).isEqualTo(100);
    }

    @Test
    void whatIsStored_isReadBack() {
        BudgetRecord budget = full(TOLD).taken(7, NOON).promised(20, NOON).overspent(NOON, TOLD);

        assertThat(BudgetRecord.read(budget.bytes())).isEqualTo(budget);
    }
}
