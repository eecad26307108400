package io.calendarsync.ics.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gives the fuzzer's target what it once stumbled over, what it starts from, and real calendars; without the fuzzer. */
class FeedFuzzTest {

    /** Generous, since other builds may share the machine: what is looked for takes for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Stream<Path> seeds() throws IOException, URISyntaxException {
        return inputs("seeds");
    }

    static Stream<Path> findings() throws IOException, URISyntaxException {
        return inputs("findings");
    }

    private static Stream<Path> inputs(String folder) throws IOException, URISyntaxException {
        Path inputs = Path.of(
                Objects.requireNonNull(FeedFuzzTest.class.getResource(folder)).toURI());
        try (Stream<Path> files = Files.list(inputs)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void what_the_fuzzer_stumbled_over_does_no_harm(Path input) throws IOException {
        byte[] body = Files.readAllBytes(input);

        assertTimeoutPreemptively(LONGEST, () -> FeedFuzz.fuzzerTestOneInput(body));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_the_fuzzer_starts_from_does_no_harm_whole_or_cut_anywhere(Path input) throws IOException {
        byte[] body = Files.readAllBytes(input);

        FeedFuzz.fuzzerTestOneInput(body);
        for (int length = 0; length < body.length; length++) {
            FeedFuzz.fuzzerTestOneInput(Arrays.copyOf(body, length));
        }
    }

    @Test
    void real_calendars_do_no_harm() throws IOException {
        Path corpus = Path.of(System.getProperty("calendarsync.shared", "../../shared"), "data", "ics-corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] body = Files.readAllBytes(file);
                assertTimeoutPreemptively(LONGEST, () -> FeedFuzz.fuzzerTestOneInput(body), file::toString);
            }
        }
    }
}
