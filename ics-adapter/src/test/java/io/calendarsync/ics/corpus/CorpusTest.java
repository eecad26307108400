package io.calendarsync.ics.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.corpus.Corpus.Item;
import io.calendarsync.ics.corpus.Corpus.Kind;
import io.calendarsync.ics.corpus.CorpusReader.Outcome;
import io.calendarsync.model.Event;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads real calendars. One is whole if every VEVENT in it was read; an event that came degraded is one of a reviewed
 * list, {@code degraded.tsv}, which says for each file and reason why that is right.
 */
class CorpusTest {

    private static final Pattern VEVENT =
            Pattern.compile("^BEGIN:VEVENT\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** What is wanted; what fails a build is ten times that, since a machine may be busy. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final Duration TOO_SLOW = Duration.ofSeconds(10);

    /** Bytes at random between BEGIN and END; a thousand time zones collected in one file. */
    private static final Predicate<String> REFUSED_WITH_REASON = Pattern.compile(
                    "/crash\\.ics: .*cut short|/large\\.ics: .*time zones")
            .asPredicate();

    private static Corpus corpus;

    private final CorpusReader reader = new CorpusReader();

    @BeforeAll
    static void find() {
        corpus = Corpus.find();
    }

    private static int listed(byte[] body) {
        return (int) VEVENT.matcher(new String(body, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @Test
    void every_complete_calendar_is_read_whole() {
        List<Item> items = corpus.items(Kind.CALENDAR);
        List<String> refused = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Item item : items) {
            byte[] body = corpus.bytes(item);
            Outcome outcome = reader.read(body);
            outcomes.add(outcome);
            outcome.refused().ifPresent(why -> refused.add(item.name() + ": " + why));
            if (outcome.refused().isEmpty() && outcome.found() != listed(body)) {
                partly.add(item.name() + ": " + outcome.found() + " of " + listed(body));
            }
        }
        int whole = items.size() - refused.size() - partly.size();

        report("complete calendars", items, outcomes);
        System.out.printf("whole: %d of %d%n", whole, items.size());
        assertThat(refused).allMatch(REFUSED_WITH_REASON);
        assertThat(partly).isEmpty();
        assertThat(100.0 * whole / items.size()).isGreaterThanOrEqualTo(99);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.took()).isLessThan(TOO_SLOW));
    }

    /** The other one that is refused opens a calendar that it never closes. */
    @Test
    void the_one_beyond_the_default_limits_is_read_whole_where_they_are_raised() {
        CorpusReader generous = new CorpusReader(FeedLimits.defaults().withTimeZones(1000));
        Item large = corpus.items(Kind.CALENDAR).stream()
                .filter(item -> item.name().endsWith("/large.ics"))
                .filter(item -> reader.read(corpus.bytes(item)).refused().isPresent())
                .findFirst()
                .orElseThrow();
        byte[] body = corpus.bytes(large);

        Outcome outcome = generous.read(body);

        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.found()).isEqualTo(listed(body));
    }

    @Test
    void every_event_that_comes_degraded_was_looked_at() {
        Map<String, Integer> found = new TreeMap<>();
        for (Item item : corpus.items(Kind.CALENDAR)) {
            for (Event event : reader.read(corpus.bytes(item)).events()) {
                event.degradations()
                        .forEach(degradation ->
                                Reviewed.count(found, item, degradation.reason().name()));
            }
        }

        assertThat(found).isEqualTo(Reviewed.read("degraded.tsv"));
    }

    @Test
    void fragments_and_fuzz_are_refused_or_read_and_do_no_harm() {
        for (Kind kind : List.of(Kind.FRAGMENT, Kind.FUZZ)) {
            List<Item> items = corpus.items(kind);
            List<Outcome> outcomes =
                    items.stream().map(item -> reader.read(corpus.bytes(item))).toList();

            report(kind.name().toLowerCase(Locale.ROOT), items, outcomes);
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.took()).isLessThan(TOO_SLOW));
        }
    }

    @Test
    void ical4j_agrees_where_it_reads_an_event_or_the_difference_was_looked_at() {
        Map<String, Integer> found = new TreeMap<>();
        int compared = 0;
        int merged = 0;
        int unread = 0;
        try (Oracle oracle = new Oracle()) {
            for (Item item : corpus.items(Kind.CALENDAR)) {
                byte[] body = corpus.bytes(item);
                List<Event> events = reader.read(body).events();
                List<Facts> theirs = oracle.read(body).orElse(List.of());
                unread += theirs.isEmpty() && !events.isEmpty() ? 1 : 0;
                Map<String, List<Facts>> ours =
                        events.stream().map(Facts::of).collect(Collectors.groupingBy(Facts::uid));
                for (var sharing : theirs.stream()
                        .collect(Collectors.groupingBy(Facts::uid))
                        .entrySet()) {
                    List<Facts> one = Facts.ordered(ours.getOrDefault(sharing.getKey(), List.of()));
                    List<Facts> other = Facts.ordered(sharing.getValue());
                    if (one.size() != other.size()) {
                        merged += other.size();
                        continue;
                    }
                    for (int i = 0; i < one.size(); i++) {
                        compared++;
                        one.get(i).differences(other.get(i)).forEach(field -> Reviewed.count(found, item, field));
                    }
                }
            }
        }

        System.out.printf(
                "ical4j: %d events compared, %d differences in %d files; %d entries not compared, since they are"
                        + " versions or have no UID; %d files it does not read%n",
                compared,
                found.values().stream().mapToInt(Integer::intValue).sum(),
                found.keySet().stream()
                        .map(key -> key.substring(0, key.lastIndexOf(' ')))
                        .distinct()
                        .count(),
                merged,
                unread);
        assertThat(compared).isGreaterThan(7_000);
        assertThat(found).isEqualTo(Reviewed.read("differences.tsv"));
    }

    @Test
    void reading_leaves_no_zone_behind_and_uses_none_but_the_jdks() {
        Set<String> before = ZoneId.getAvailableZoneIds();
        for (Item item : corpus.items(Kind.CALENDAR)) {
            for (Event event : reader.read(corpus.bytes(item)).events()) {
                assertThat(event.toString()).doesNotContain("ical4j");
            }
        }

        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
    }

    @Test
    void a_jvm_in_apia_that_speaks_arabic_without_ical4j_reads_the_same() throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.contains("ical4j"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=Pacific/Apia",
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.extensions=u-nu-arab",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        classPath,
                        CorpusReader.class.getName(),
                        corpus.folder().toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(TimeZone.getDefault().getID()).isNotEqualTo("Pacific/Apia");
        assertThat(printed.lines().reduce((first, last) -> last)).contains(reader.digest(corpus) + " 0 0");
    }

    private static void report(String what, List<Item> items, List<Outcome> outcomes) {
        Duration slowest =
                outcomes.stream().map(Outcome::took).max(Duration::compareTo).orElse(Duration.ZERO);
        List<Event> events =
                outcomes.stream().flatMap(outcome -> outcome.events().stream()).toList();
        System.out.printf(
                "%s: %d files, %d refused; %d VEVENTs, %d events, %d degraded %s; slowest %d ms, %d beyond a second%n",
                what,
                items.size(),
                outcomes.stream()
                        .filter(outcome -> outcome.refused().isPresent())
                        .count(),
                outcomes.stream().mapToInt(Outcome::found).sum(),
                events.size(),
                events.stream().filter(event -> !event.degradations().isEmpty()).count(),
                events.stream()
                        .flatMap(event -> event.degradations().stream())
                        .collect(Collectors.groupingBy(
                                degradation -> degradation.reason(), TreeMap::new, Collectors.counting())),
                slowest.toMillis(),
                outcomes.stream()
                        .filter(outcome -> outcome.took().compareTo(SLOW) > 0)
                        .count());
    }
}
