package io.calendarsync.testkit.sim;

import io.calendarsync.testkit.Dice;
import java.util.Locale;

/**
 * One step of a history, as data: a list without some of the steps is a history too. Numbers stand for whatever is there
 * when the step is taken, counted modulo how many there are.
 *
 * @param kind what happens
 * @param who which node, subscriber or owner
 * @param what which calendar or event
 * @param salt where the chances inside the step come from, so that they do not depend on the steps before
 */
record Step(StepKind kind, int who, int what, long salt) {

    static Step any(StepKind kind, Dice dice) {
        return new Step(kind, dice.nextInt(1000), dice.nextInt(1000), dice.nextLong() >>> 16);
    }

    Dice dice() {
        return Dice.of(salt);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-18s who=%03d what=%03d salt=%d", kind, who, what, salt);
    }
}
