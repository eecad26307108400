package io.calendarsync.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    /** Encoded, they would all be one owner. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uD801", "a\uDC00", "\uDC00\uD800", "\uD83D\uD83D\uDE00"})
    void anOwnerWithHalfASurrogatePair_isRefused(String id) {
        assertThatThrownBy(() -> new OwnerId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void namesOfAnyOtherText_areTakenUpToTheirBound() {
        assertThat(new OwnerId("\uD83D\uDE00").value()).hasSize(2);
        assertThat(new OwnerId("x".repeat(1000)).value()).hasSize(1000);
        assertThat(new HostKey("x".repeat(1000)).value()).hasSize(1000);
        assertThatThrownBy(() -> new OwnerId("x".repeat(1001))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HostKey("x".repeat(1001))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OwnerId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HostKey("")).isInstanceOf(IllegalArgumentException.class);
    }
}
