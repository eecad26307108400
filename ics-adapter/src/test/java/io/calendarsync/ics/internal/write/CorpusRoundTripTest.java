package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.event.UnreadableFeed;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Reads real calendars, writes them, and reads them again. */
class CorpusRoundTripTest {

    private static final ZoneId FLOATING = ZoneId.of("Asia/Tokyo");

    private static final EventTime NOWHEN = new EventTime.Floating(LocalDateTime.of(1970, 1, 1, 0, 0), Duration.ZERO);

    /** What does not come back as it was, with the reason. Every other difference is a fault. */
    private static final List<String> KNOWN = List.of(
            // One of several entries of a UID, named after its start because another one without a start has its name.
            "/incoming.ics id",
            "/outgoing.ics id",
            "/220.ics id",
            // A line separator within an address, of random bytes.
            "/zday.ics attendees",
            // A link that is a brace: it is percent-encoded.
            "/zday.ics properties",
            // Blanks within a rule, which RFC 5545 does not know.
            "/issue_165_missing_event.ics rules",
            // Series by a rule or dates that cannot be read, so that there is but one instance.
            "/smallcluster.ics shape",
            "/163.ics shape",
            "/issue252.ics shape",
            "/issue_1081_invalid_rrule_freq.ics shape",
            "/multiple_timezones.ics shape",
            // An offset goes by the name of the zone that has it, and UTC by its letter.
            "/test-relaxed-parsing.ics time",
            "/issue_218_bad_tzid.ics time",
            "/utc_negative_zero.ics time");

    private int files;
    private int events;
    private int withoutTime;
    private int rewritten;
    private final List<String> differences = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void real_calendars_come_back_as_they_were_read() throws IOException {
        Path corpus = Path.of(System.getProperty("calendarsync.shared", "../../shared"), "data", "ics-corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
        for (String row : Files.readAllLines(corpus.resolve("manifest.tsv"), StandardCharsets.UTF_8)) {
            String[] columns = row.split("\t");
            if (columns[1].equals("calendar")) {
                roundTrip(columns[0], Files.readAllBytes(corpus.resolve(columns[0])));
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "written and read again: %d calendars, %d events, %d without a time left out, %d with lines of dates"
                        + " written anew",
                files,
                events,
                withoutTime,
                rewritten));
        assertThat(faults).isEmpty();
        assertThat(differences).isEmpty();
        assertThat(rewritten).isLessThan(events / 100);
    }

    private void roundTrip(String name, byte[] body) {
        List<Event> all = read(body);
        List<Event> read =
                all.stream().filter(event -> !event.time().equals(NOWHEN)).toList();
        byte[] written = Exports.bytes(all);
        List<Event> again = Exports.read(written);
        files++;
        events += read.size();
        withoutTime += all.size() - read.size();
        if (again.size() == read.size()) {
            for (int i = 0; i < read.size(); i++) {
                compare(name, read.get(i), again.get(i));
            }
        } else {
            faults.add(name + ": " + again.size() + " events of " + read.size());
        }
        Others.faultsByIcal4j(written).forEach(fault -> faults.add(name + ": " + fault));
        if (Others.eventsByBiweekly(written) != read.size()) {
            faults.add(name + ": biweekly reads " + Others.eventsByBiweekly(written) + " events of " + read.size());
        }
    }

    private void compare(String name, Event was, Event is) {
        for (String difference : Differences.of(was, is)) {
            if (difference.startsWith("lines ")) {
                rewritten++;
            } else if (KNOWN.stream().noneMatch((name + " " + difference)::contains)) {
                differences.add(name + " " + difference);
            }
        }
    }

    private static List<Event> read(byte[] body) {
        try {
            Feed feed = Exports.feed(body, FLOATING);
            return feed.events(0, feed.size());
        } catch (UnreadableFeed e) {
            return List.of();
        }
    }
}
