package io.calendarsync.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** History H17. */
class GuardTest {

    private static final int APPLIED = -1;

    private final Guard guard = Guard.standard();

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "  0,  0,  0,  0, nothing was there",
        "100, 50, 50,  0, half is missing",
        " 21, 11, 10,  0, few are missing",
        "100, 40,  0, 60, much merely left the window",
        "  3,  1,  1,  1, half of what did not leave is missing",
    })
    void deletions_areApplied_where(int stored, int listed, int missing, int left, String why) {
        assertThat(needed(stored, listed, missing, left)).as(why).isEqualTo(APPLIED);
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        " 15,  0, 15,  0, 0, an empty listing",
        " 15,  0,  0, 15, 0, an empty listing though all of it had ended",
        " 15,  9, 15,  0, 0, a listing of other events only",
        "  3,  1,  2,  1, 0, all is missing that did not merely leave",
        "  1,  1,  1,  0, 0, the only one is missing",
        "100,  1, 40, 59, 3, what left hides nothing",
        "100, 49, 51,  0, 3, more than half and many",
        " 20,  2, 18,  0, 1, more than half but few",
    })
    void deletions_areHeldBack_where(int stored, int listed, int missing, int left, int needed, String why) {
        assertThat(needed(stored, listed, missing, left)).as(why).isEqualTo(needed);
    }

    private int needed(int stored, int listed, int missing, int left) {
        return guard.judge(stored, listed, missing, left) instanceof Guard.Verdict.Hold hold ? hold.needed() : APPLIED;
    }
}
