package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "6okjg1_20260301T110000Z", "AAMkAGI2=", "040000008200E00074C5B7101A82E008@x/~!"})
    void a_plain_id_stands_for_itself(String id) {
        assertThat(Keys.of(id)).isEqualTo(id);
    }

    @Test
    void the_longest_plain_id_stands_for_itself_and_a_longer_one_is_hashed() {
        assertThat(Keys.of("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(Keys.of("x".repeat(201))).matches("#[0-9a-v]{52}");
    }

    @Test
    void odd_ids_are_hashed_each_to_its_own_key_of_few_bytes() {
        List<String> odd = List.of(
                "",
                " ",
                "a ",
                "a b",
                "#",
                "#a",
                "a\u0000",
                "a\n",
                "\u00e9",
                "e\u0301",
                "\ud83d",
                "\ude00",
                "?",
                "\ud83d\ude00",
                "\u007f",
                "x".repeat(10_000),
                "x".repeat(10_001));
        Set<String> keys = new HashSet<>();
        for (String id : odd) {
            String key = Keys.of(id);
            assertThat(keys.add(key)).as("key of %s is its own", id).isTrue();
            assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        }
    }

    @Test
    void a_hashed_key_is_no_id_that_stands_for_itself() {
        String key = Keys.of("with blank");

        assertThat(Keys.of(key)).isNotEqualTo(key);
    }

    @Test
    void keys_stay_as_they_are_written_in_stores() {
        assertThat(Keys.of("with blank")).isEqualTo("#ja8j3ptmt07afr4m41rnjgqh62dtimuto5isk1i7fcte6dd52nq0");
    }
}
