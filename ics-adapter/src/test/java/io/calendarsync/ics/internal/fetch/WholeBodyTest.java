package io.calendarsync.ics.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBodyTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 3 * MEGABYTE, 5 * MEGABYTE + 7})
    void aBody_isReadWhole_whateverWasAnnounced(int length) throws IOException {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);

        for (long announced : new long[] {0, 1, length - 1, length, length + 1, 2L * length, -5, Long.MAX_VALUE}) {
            assertThat(WholeBody.read(new ByteArrayInputStream(body), announced))
                    .as("announced %d", announced)
                    .isEqualTo(body);
        }
    }
}
