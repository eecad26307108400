package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.NEW_YORK;
import static io.calendarsync.recurrence.SeriesOf.local;
import static io.calendarsync.recurrence.SeriesOf.starting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules other projects test themselves with, where the folder of reference data is at hand. Theirs do not count a
 * start outside the rule as an instance, ours do, as RFC 5545 section 3.3.10 says of COUNT; whatever else is read
 * differently is listed by name.
 */
class ReferenceCasesTest {

    @Test
    void everyCase_isAsExpected_orDisputedByName() throws IOException {
        Path file = Path.of(System.getProperty("calendarsync.shared", "../shared"), "data/recurrence/cases.tsv");
        assumeTrue(Files.exists(file), "skipped: no reference data at " + file);
        List<Case> cases = Files.readAllLines(file).stream().map(Case::parse).toList();

        List<Case> missed = cases.stream().filter(one -> !one.isMet()).toList();

        Map<String, Long> bySuite =
                cases.stream().collect(Collectors.groupingBy(Case::suite, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "recurrence cases: %d met, %d disputed, of %s%n", cases.size() - missed.size(), missed.size(), bySuite);
        assertThat(missed.stream().map(one -> one.suite + "\t" + one.name))
                .containsExactlyInAnyOrderElementsOf(disputed());
        assertThat(cases).hasSize(509);
    }

    private static List<String> disputed() throws IOException {
        try (var in = ReferenceCasesTest.class.getResourceAsStream("disputed-cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .toList();
        }
    }

    private record Case(
            String suite, String name, String rule, String start, String zone, boolean goesOn, List<String> starts) {

        static Case parse(String line) {
            String[] columns = line.split("\t", -1);
            List<String> starts = Stream.of(columns[6].split(","))
                    .filter(start -> !start.isEmpty())
                    .map(Case::time)
                    .toList();
            return new Case(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5].equals("1"), starts);
        }

        boolean isMet() {
            List<String> expected = expected();
            Expansion walk = series().build().walk(SeriesOf.EVER, NEW_YORK);
            List<String> found = new ArrayList<>();
            while (walk.hasNext() && found.size() < expected.size() + (goesOn ? 0 : 1)) {
                found.add(SeriesOf.start(walk.next()));
            }
            return found.equals(expected);
        }

        private List<String> expected() {
            if (!starts.isEmpty() && starts.get(0).equals(time(start))) {
                return starts;
            }
            boolean startIsCounted = rule.contains("COUNT=") && !starts.isEmpty();
            List<String> withStart = new ArrayList<>(List.of(time(start)));
            withStart.addAll(startIsCounted ? starts.subList(0, starts.size() - 1) : starts);
            return withStart;
        }

        private SeriesOf series() {
            if (!start.contains("T")) {
                return SeriesOf.days(start).rule(rule);
            }
            Duration length = Duration.ofMinutes(5);
            boolean utc = start.endsWith("Z");
            if (zone.isEmpty() && !utc) {
                return starting(new Floating(local(start), length)).rule(rule);
            }
            ZoneId in = utc ? ZoneOffset.UTC : ZoneId.of(zone);
            return starting(Timed.of(local(time(start)), in, length)).rule(rule);
        }

        private static String time(String start) {
            return start.contains("T") && start.length() > 15
                    ? start.substring(0, 15)
                    : start + (start.contains("T") ? "" : "T000000");
        }
    }
}
