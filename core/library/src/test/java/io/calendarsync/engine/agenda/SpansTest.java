package io.calendarsync.engine.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final int HORIZON = 400;

    @Test
    void nothing_isFreeEverywhere() {
        Spans none = Spans.of(new long[0], new long[0]);

        assertThat(none.isFree(Long.MIN_VALUE, Long.MAX_VALUE)).isTrue();
        assertThat(none.merged().size()).isZero();
        assertThat(pairs(none)).isEmpty();
    }

    @Test
    void stretchesThatTouch_doNotOverlap_andBecomeOne() {
        Spans spans = Spans.of(new long[] {20, 10}, new long[] {30, 20});

        assertThat(pairs(spans)).isEmpty();
        assertThat(spans.isFree(5, 10)).isTrue();
        assertThat(spans.isFree(30, 40)).isTrue();
        assertThat(spans.isFree(9, 11)).isFalse();
        assertThat(spans.merged().size()).isEqualTo(1);
        assertThat(spans.merged().start(0)).isEqualTo(10);
        assertThat(spans.merged().end(0)).isEqualTo(30);
    }

    @Test
    void whatHasNoLength_blocksNothing() {
        Spans spans = Spans.of(new long[] {10, 5}, new long[] {10, 20});

        assertThat(spans.size()).isEqualTo(1);
        assertThat(pairs(spans)).isEmpty();
    }

    /** A long stretch that began before many short ones still blocks after them. */
    @Test
    void aLongStretch_reachesBeyondLaterOnes() {
        Spans spans = Spans.of(new long[] {0, 10, 20}, new long[] {100, 11, 21});

        assertThat(spans.isFree(50, 60)).isFalse();
        assertThat(spans.isFree(100, 110)).isTrue();
        assertThat(pairs(spans)).containsExactly("0-1", "0-2");
    }

    @Test
    void everyAnswer_isThatOfLookingAtEachMinute() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = random.nextInt(40);
            long[] starts = new long[size];
            long[] ends = new long[size];
            BitSet busy = new BitSet(HORIZON);
            for (int i = 0; i < size; i++) {
                starts[i] = random.nextInt(HORIZON - 60);
                ends[i] = starts[i] + random.nextInt(60);
                busy.set((int) starts[i], (int) ends[i]);
            }
            Spans spans = Spans.of(starts, ends);

            for (int look = 0; look < 50; look++) {
                int from = random.nextInt(HORIZON - 50);
                int to = from + 1 + random.nextInt(49);
                assertThat(spans.isFree(from, to))
                        .as("seed %d, %d to %d", seed, from, to)
                        .isEqualTo(busy.get(from, to).isEmpty());
            }
            assertThat(covered(spans.merged())).as("seed %d", seed).isEqualTo(busy);
            assertThat(pairs(spans)).as("seed %d", seed).isEqualTo(bruteForce(starts, ends));
        }
    }

    private static BitSet covered(Spans merged) {
        BitSet covered = new BitSet(HORIZON);
        for (int i = 0; i < merged.size(); i++) {
            assertThat(i == 0 || merged.end(i - 1) < merged.start(i)).isTrue();
            covered.set((int) merged.start(i), (int) merged.end(i));
        }
        return covered;
    }

    private static Set<String> pairs(Spans spans) {
        List<String> found = new ArrayList<>();
        spans.overlaps((one, other) -> found.add(Math.min(one, other) + "-" + Math.max(one, other)));
        Set<String> distinct = new TreeSet<>(found);
        assertThat(found).hasSameSizeAs(distinct);
        return distinct;
    }

    private static Set<String> bruteForce(long[] starts, long[] ends) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < starts.length; i++) {
            for (int j = i + 1; j < starts.length; j++) {
                long common = Math.min(ends[i], ends[j]) - Math.max(starts[i], starts[j]);
                if (common > 0) {
                    found.add(i + "-" + j);
                }
            }
        }
        return found;
    }
}
