package io.calendarsync.testkit.sim;

import io.calendarsync.Retention;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.Dice.Weighted;
import io.calendarsync.testkit.provider.Behaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a history starts with; all of it follows from the seed.
 *
 * @param behaviours one for each calendar
 * @param owners how many people the calendars belong to
 * @param events how many events each calendar holds to begin with
 * @param grants whether owners are connected by grants rather than addresses
 * @param rotates whether each renewal of a grant gives a new refresh token
 * @param trouble how likely a call of an SPI meets with trouble
 */
record Scenario(
        long seed,
        int nodes,
        List<Behaviour> behaviours,
        int owners,
        int subscribers,
        int events,
        Retention retention,
        Duration poll,
        boolean grants,
        boolean rotates,
        double trouble) {

    private static final int LEAST_STEPS = 100;
    private static final int MORE_STEPS = 40;
    private static final List<Weighted<StepKind>> KINDS = Arrays.stream(StepKind.values())
            .map(kind -> new Weighted<>(kind.weight(), kind))
            .toList();

    static Scenario of(long seed) {
        Dice dice = Dice.of(seed).split("scenario");
        int owners = dice.choose(1, 1, 2);
        int calendars = owners + dice.nextInt(2);
        List<Behaviour> behaviours = new ArrayList<>();
        for (int i = 0; i < calendars; i++) {
            behaviours.add(Behaviour.any(dice));
        }
        Duration kept = Duration.ofDays(dice.choose(2, 5, 40));
        return new Scenario(
                seed,
                dice.choose(2, 2, 3),
                behaviours,
                owners,
                dice.between(1, 3),
                dice.choose(List.of(0, 3, 6, 12, 55)),
                new Retention(
                        Duration.ofDays(dice.choose(1, 3, 30)),
                        Duration.ofHours(dice.choose(1, 12, 48)),
                        kept,
                        Duration.ofDays(400)),
                Duration.ofMinutes(dice.choose(List.of(15, 120, 360, 360))),
                dice.nextBoolean(),
                dice.nextBoolean(),
                dice.choose(List.of(0.0, 0.01, 0.03, 0.06)));
    }

    /** Returns the steps of the history. */
    List<Step> steps() {
        Dice dice = Dice.of(seed).split("steps");
        int count = LEAST_STEPS + dice.nextInt(MORE_STEPS);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(Step.any(dice.weighted(KINDS), dice));
        }
        return steps;
    }
}
