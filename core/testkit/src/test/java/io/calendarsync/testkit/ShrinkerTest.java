package io.calendarsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void what_matters_is_left_in_its_order() {
        Shrinker.Shrunk<Integer> shrunk =
                new Shrinker(1_000).shrink(HUNDRED, operations -> operations.containsAll(List.of(3, 50, 97)));

        assertThat(shrunk.operations()).containsExactly(3, 50, 97);
        assertThat(shrunk.minimal()).isTrue();
        assertThat(shrunk.runs()).isLessThan(120);
    }

    @Test
    void an_operation_that_is_needed_only_beside_another_goes_when_the_other_has_gone() {
        // 10 is needed while 20 is there: a single pass from the front leaves 10 behind
        Shrinker.Shrunk<Integer> shrunk = new Shrinker(1_000)
                .shrink(
                        List.of(10, 20, 30),
                        operations -> operations.contains(30) && (!operations.contains(20) || operations.contains(10)));

        assertThat(shrunk.operations()).containsExactly(30);
    }

    @Test
    void the_runs_are_bounded_and_what_is_left_still_fails() {
        AtomicInteger runs = new AtomicInteger();

        Shrinker.Shrunk<Integer> shrunk = new Shrinker(5).shrink(HUNDRED, operations -> {
            runs.incrementAndGet();
            return operations.contains(99);
        });

        assertThat(runs).hasValue(5);
        assertThat(shrunk.runs()).isEqualTo(5);
        assertThat(shrunk.minimal()).isFalse();
        assertThat(shrunk.operations()).contains(99).hasSizeLessThan(100);
    }

    @Test
    void a_test_that_always_fails_shrinks_to_nothing() {
        assertThat(new Shrinker(100).shrink(HUNDRED, operations -> true))
                .isEqualTo(new Shrinker.Shrunk<>(List.of(), 2, true));
        assertThat(new Shrinker(100).shrink(List.of(), operations -> true).operations())
                .isEmpty();
        assertThatThrownBy(() -> new Shrinker(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
