package io.calendarsync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void the_throws_of_a_seed_never_change() {
        Dice dice = Dice.of(42);

        assertThat(LongStream.generate(dice::nextLong).limit(3))
                .as("a failure printed with its seed today must be found by it in years")
                .containsExactly(6332618229526065668L, -816328817471504299L, 8971565426155258802L);
        assertThat(IntStream.generate(() -> dice.nextInt(1000)).limit(5)).containsExactly(67, 676, 67, 195, 734);
    }

    @Test
    void a_split_depends_on_seed_and_salts_and_not_on_what_was_thrown() {
        Dice dice = Dice.of(7);
        long before = dice.split(1, 2).nextLong();
        dice.nextLong();

        assertThat(dice.split(1, 2).nextLong()).isEqualTo(before);
        assertThat(dice.split(2, 1).nextLong()).isNotEqualTo(before);
        assertThat(Dice.of(8).split(1, 2).nextLong()).isNotEqualTo(before);
        assertThat(dice.split("a").nextLong()).isNotEqualTo(dice.split("b").nextLong());
        assertThat(dice.split("a").seed()).isEqualTo(dice.split("a").seed());
    }

    @Test
    void a_chance_is_as_likely_as_it_says() {
        Dice dice = Dice.of(1);

        long hits = IntStream.range(0, 100_000).filter(i -> dice.chance(0.3)).count();

        assertThat(hits).isCloseTo(30_000, within(600L));
        assertThat(IntStream.range(0, 1000).noneMatch(i -> dice.chance(0))).isTrue();
        assertThat(IntStream.range(0, 1000).allMatch(i -> dice.chance(1))).isTrue();
    }

    @Test
    void neighbouring_seeds_have_nothing_in_common() {
        double mean = LongStream.range(0, 10_000)
                .mapToDouble(seed -> Dice.of(seed).nextDouble())
                .average()
                .orElseThrow();
        double meanOfSplits = LongStream.range(0, 10_000)
                .mapToDouble(salt -> Dice.of(0).split(salt).nextDouble())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.5, within(0.01));
        assertThat(meanOfSplits).isCloseTo(0.5, within(0.01));
    }

    @Test
    void between_includes_both_ends() {
        Dice dice = Dice.of(3);

        assertThat(IntStream.range(0, 200)
                        .map(i -> dice.between(2, 4))
                        .distinct()
                        .sorted())
                .containsExactly(2, 3, 4);
    }

    @Test
    void weights_say_how_likely() {
        Dice dice = Dice.of(5);
        List<Dice.Weighted<String>> items = List.of(
                new Dice.Weighted<>(1, "rare"), new Dice.Weighted<>(0, "never"), new Dice.Weighted<>(9, "often"));

        List<String> thrown =
                IntStream.range(0, 10_000).mapToObj(i -> dice.weighted(items)).toList();

        assertThat(thrown).doesNotContain("never");
        assertThat(thrown.stream().filter("rare"::equals).count()).isCloseTo(1_000, within(150L));
        assertThatThrownBy(() -> dice.weighted(List.of(new Dice.Weighted<>(0, "never"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dice.Weighted<>(-1, "less")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shuffling_keeps_every_item_and_reaches_every_order() {
        Dice dice = Dice.of(9);

        List<List<Integer>> orders = IntStream.range(0, 300)
                .mapToObj(i -> dice.shuffled(List.of(1, 2, 3)))
                .distinct()
                .toList();

        assertThat(orders).hasSize(6).allSatisfy(order -> assertThat(order).containsExactlyInAnyOrder(1, 2, 3));
    }

    @Test
    void choosing_reaches_every_item_and_nothing_from_nothing() {
        Dice dice = Dice.of(11);

        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> dice.choose("a", "b", "c"))
                        .distinct())
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> dice.choose(List.of(1, 2)))
                        .distinct())
                .containsExactlyInAnyOrder(1, 2);
        assertThatThrownBy(() -> dice.choose(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
