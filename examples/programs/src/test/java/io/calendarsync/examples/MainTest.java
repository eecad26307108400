package io.calendarsync.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final OutputStream FULL = new OutputStream() {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("no space left");
        }
    };

    @Test
    void anOutputThatIsFullIsAFailureOfEveryCommand() {
        for (String[] args : new String[][] {{"--help"}, {"--version"}, {"feed", "instances", "--help"}}) {
            StringWriter err = new StringWriter();
            PrintWriter out = new PrintWriter(new OutputStreamWriter(FULL, UTF_8));

            assertThat(Main.run(out, new PrintWriter(err), args)).isEqualTo(Exit.BROKEN);
            assertThat(err.toString().lines()).hasSize(1);
        }
    }

    @Test
    void aLineOfAnyLengthIsOneWrite() {
        List<Integer> writes = new ArrayList<>();
        OutputStream counting = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes) {
                writes.add(bytes.length);
            }
        };
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new WholeWrites(counting), UTF_8));

        out.print("x".repeat(100_000) + "\n");
        out.flush();

        assertThat(writes).containsExactly(100_001);
    }
}
