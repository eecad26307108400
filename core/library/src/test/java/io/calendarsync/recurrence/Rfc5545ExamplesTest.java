package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.NEW_YORK;
import static io.calendarsync.recurrence.SeriesOf.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of RFC 5545 section 3.8.5.3. */
class Rfc5545ExamplesTest {

    @ParameterizedTest
    @MethodSource("examples")
    void example(Example example) {
        SeriesOf series = hours(example.start + "T090000", NEW_YORK).rule(example.rule);
        if (!example.exception.isEmpty()) {
            series.except(example.exception);
        }
        Expansion walk = series.build().walk(SeriesOf.EVER, NEW_YORK);

        List<String> starts = new ArrayList<>();
        while (starts.size() < example.instances.size() && walk.hasNext()) {
            starts.add(SeriesOf.start(walk.next()));
        }

        assertThat(starts).isEqualTo(example.instances);
        assertThat(walk.hasNext()).isEqualTo(example.goesOn);
        assertThat(series.build().degradations()).isEmpty();
    }

    static List<Example> examples() throws IOException {
        try (var in = Rfc5545ExamplesTest.class.getResourceAsStream("rfc5545-examples.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Example> examples = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Example::parse)
                    .toList();
            assertThat(examples).hasSize(42);
            return examples;
        }
    }

    record Example(String title, String start, String rule, String exception, List<String> instances, boolean goesOn) {

        static Example parse(String line) {
            String[] columns = line.split(" *\\| *", -1);
            boolean goesOn = columns[4].endsWith(" ...");
            List<String> instances = Stream.of(columns[4].replace(" ...", "").split("; ", -1))
                    .flatMap(group -> group.contains(": ") ? ofMonth(group) : ofDay(group))
                    .toList();
            return new Example(columns[0], columns[1], columns[2], columns[3], instances, goesOn);
        }

        /** {@code 1997-09: 2-5 9}. */
        private static Stream<String> ofMonth(String group) {
            String month = group.substring(0, 7).replace("-", "");
            return Stream.of(group.substring(9).split(" "))
                    .map(run -> run.split("-"))
                    .flatMapToInt(run ->
                            IntStream.rangeClosed(Integer.parseInt(run[0]), Integer.parseInt(run[run.length - 1])))
                    .mapToObj(day -> month + (day < 10 ? "0" : "") + day + "T090000");
        }

        /** {@code 1997-09-02 09:00 12:00}. */
        private static Stream<String> ofDay(String group) {
            String day = group.substring(0, 10).replace("-", "");
            return Stream.of(group.substring(11).split(" ")).map(time -> day + "T" + time.replace(":", "") + "00");
        }

        @Override
        public String toString() {
            return title + ": " + rule;
        }
    }
}
