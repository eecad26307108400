package io.calendarsync.ics.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.line.FeedText;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads real calendars: whatever somebody once published is read whole or refused as a whole, at once. */
class CorpusTest {

    private static final Pattern VEVENT =
            Pattern.compile("^BEGIN:VEVENT\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Duration MOST = Duration.ofSeconds(1);

    /** Bytes at random between BEGIN and END; a thousand time zones collected in one file. */
    private static final Predicate<String> REFUSED_WITH_REASON = Pattern.compile(
                    "/crash\\.ics: .*cut short|/large\\.ics: .*time zones")
            .asPredicate();

    private static Path corpus;

    /** What became of the files. */
    private static final class Tally {
        int files;
        int events;
        int listed;
        int degradedEvents;
        final List<String> refused = new ArrayList<>();
        final List<String> slow = new ArrayList<>();
        final List<String> partly = new ArrayList<>();
        final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    }

    @BeforeAll
    static void findCorpus() {
        corpus = Path.of(System.getProperty("calendarsync.shared", "../../shared"), "data", "ics-corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
    }

    @Test
    void every_complete_calendar_is_read_whole() throws IOException {
        Tally tally = readAll("calendar"::equals);
        report("complete calendars", tally);
        assertThat(tally.slow).isEmpty();
        assertThat(tally.refused).allMatch(REFUSED_WITH_REASON);
        assertThat(tally.partly).isEmpty();
    }

    @Test
    void fragments_and_fuzz_do_no_harm() throws IOException {
        Tally tally = readAll(kind -> !kind.equals("calendar"));
        report("fragments and fuzz", tally);
        assertThat(tally.slow).isEmpty();
    }

    private static Tally readAll(Predicate<String> kinds) throws IOException {
        Tally tally = new Tally();
        for (String row : Files.readAllLines(corpus.resolve("manifest.tsv"), StandardCharsets.UTF_8)) {
            String[] columns = row.split("\t");
            if (!columns[0].equals("path") && kinds.test(columns[1])) {
                read(columns[0], Files.readAllBytes(corpus.resolve(columns[0])), tally);
            }
        }
        return tally;
    }

    private static void read(String name, byte[] body, Tally tally) {
        tally.files++;
        int listed = (int) VEVENT.matcher(new String(body, StandardCharsets.ISO_8859_1))
                .results()
                .count();
        tally.listed += listed;
        long begun = System.nanoTime();
        try {
            Feed feed = Feed.read(FeedText.of(body, Optional.empty()), Feeds.reading(FeedLimits.defaults()));
            List<Event> events = feed.events(0, feed.size());
            events.forEach(event -> note(event, tally));
            if (feed.found() != listed) {
                tally.partly.add(name + " " + feed.found() + " of " + listed);
            }
        } catch (UnreadableFeed e) {
            tally.refused.add(name + ": " + e.getMessage());
        }
        if (System.nanoTime() - begun > MOST.toNanos()) {
            tally.slow.add(name);
        }
    }

    private static void note(Event event, Tally tally) {
        tally.events++;
        tally.degradedEvents += event.degradations().isEmpty() ? 0 : 1;
        event.degradations().forEach(degradation -> tally.reasons.merge(degradation.reason(), 1, Integer::sum));
    }

    private static void report(String what, Tally tally) {
        System.out.printf(
                "%s: %d files, %d refused; %d VEVENTs, %d events, %d degraded %s%n",
                what,
                tally.files,
                tally.refused.size(),
                tally.listed,
                tally.events,
                tally.degradedEvents,
                tally.reasons);
    }
}
