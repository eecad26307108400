package io.calendarsync.ics.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSketchTest {

    private static List<String> ids(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(i -> "event-" + i + "@example.com")
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 65, 1_000, 50_000})
    void a_feed_with_the_same_ids_in_any_order_looks_as_before(int size) {
        List<String> ids = ids(0, size);
        List<String> turned =
                ids.stream().sorted((one, other) -> other.compareTo(one)).toList();

        assertThat(IdSketch.of(ids).looksRenamed(turned)).isFalse();
        assertThat(IdSketch.of(ids)).isEqualTo(IdSketch.of(turned));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 65, 1_000, 50_000})
    void a_feed_with_other_ids_looks_renamed(int size) {
        assertThat(IdSketch.of(ids(0, size)).looksRenamed(ids(size, 2 * size))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000, 50_000})
    void a_feed_half_of_whose_ids_are_others_looks_renamed(int size) {
        List<String> half = Stream.concat(ids(0, size / 2).stream(), ids(size, size + size / 2).stream())
                .toList();

        assertThat(IdSketch.of(ids(0, size)).looksRenamed(half)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000, 50_000})
    void growing_shrinking_and_rolling_on_are_no_renaming(int size) {
        IdSketch before = IdSketch.of(ids(0, size));

        assertThat(before.looksRenamed(ids(0, 10 * size))).isFalse();
        assertThat(before.looksRenamed(ids(0, size / 10))).isFalse();
        assertThat(before.looksRenamed(ids(size / 20, size + size / 20))).isFalse();
        assertThat(before.looksRenamed(List.of())).isFalse();
        assertThat(IdSketch.of(List.of()).looksRenamed(ids(0, size))).isFalse();
    }

    @Test
    void a_sketch_survives_being_written_and_stays_small() {
        IdSketch sketch = IdSketch.of(ids(0, 50_000));

        assertThat(IdSketch.parse(sketch.text())).contains(sketch);
        assertThat(sketch.text()).hasSizeLessThan(350);
        assertThat(IdSketch.parse(IdSketch.of(List.of()).text())).contains(IdSketch.of(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAA", "!", "A A"})
    void what_is_no_sketch_is_none(String text) {
        assertThat(IdSketch.parse(text)).isEmpty();
    }
}
