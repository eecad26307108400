package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void textsWithHalfASurrogatePair_keepApart() {
        assertThat(Digest.text("\uD800")).isNotEqualTo(Digest.text("\uD801")).isNotEqualTo(Digest.text("\uFFFD"));
    }

    /** Ids made of it are stored. */
    @Test
    void aDigest_isThatOfTheTextInUtf16() {
        String text = "anna \u00e9 \uD83D\uDE00";

        assertThat(Digest.text(text))
                .isEqualTo(Digest.base32(Digest.bytes(text.getBytes(StandardCharsets.UTF_16BE))))
                .hasSize(52);
    }
}
