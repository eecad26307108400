package io.calendarsync.ics.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.line.FeedText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read depends on the feed alone. */
class IndependenceTest {

    private static final String FEED = Feeds.calendar(
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Übungen",
            Feeds.vevent(
                    "UID:i-1",
                    "SUMMARY:Jörgs Frühstück 🥐\\, täglich",
                    "DTSTART;TZID=Europe/Berlin:20260301T090000",
                    "DURATION:p1dt1h",
                    "RRULE:FREQ=DAILY",
                    "EXDATE;VALUE=DATE:20260303",
                    "STATUS:tentative",
                    "CLASS:private",
                    "CATEGORIES:İstanbul,ısı",
                    "ATTENDEE;CN=\"Ali^nVeli\";CUTYPE=individual;PARTSTAT=declined:MAILTO:ali@example.com",
                    "GEO:41.01;28.97",
                    "BEGIN:VALARM",
                    "ACTION:display",
                    "TRIGGER:-PT15M",
                    "END:VALARM"),
            Feeds.vevent("UID:i-1", "RECURRENCE-ID:20260304T080000Z", "DTSTART:20260304T100000Z", "SUMMARY:moved"),
            Feeds.vevent("DTSTART:20260305T090000", "DTEND:20260305T100000", "SUMMARY:no uid, floating"));

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static String read(byte[] body) throws UnreadableFeed {
        Feed feed = Feed.read(FeedText.consuming(body.clone(), Optional.empty()), Feeds.reading(FeedLimits.defaults()));
        return feed.name() + feed.events(0, feed.size());
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Istanbul",
        "ar-EG-u-nu-arab, Africa/Cairo",
        "th-TH-u-ca-buddhist, Pacific/Kiritimati",
        "en-US, UTC"
    })
    void the_jvms_locale_and_zone_change_nothing(String language, String zoneId) throws UnreadableFeed {
        Locale.setDefault(Locale.ROOT);
        String expected = read(FEED.getBytes(StandardCharsets.UTF_8));

        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));

        assertThat(read(FEED.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(expected).contains("Jörgs Frühstück 🥐, täglich", "TENTATIVE", "DECLINED", "PT15M");
    }

    @Test
    void folding_anywhere_changes_nothing() throws UnreadableFeed {
        String expected = read(FEED.getBytes(StandardCharsets.UTF_8));
        for (long seed = 0; seed < 300; seed++) {
            assertThat(read(fold(new SplittableRandom(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    /** Folds at any byte of any line, so that no boundary of names, parameters, values or characters is safe. */
    private static byte[] fold(SplittableRandom random) {
        List<String> ends = List.of("\r\n", "\n", "\r", "\r\r\n");
        int every = random.nextInt(1, 40);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        for (String line : FEED.split("\r\n")) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                if (i > 0 && random.nextInt(every) == 0) {
                    folded.writeBytes((ends.get(random.nextInt(4)) + " ").getBytes(StandardCharsets.US_ASCII));
                }
                folded.write(bytes[i]);
            }
            folded.writeBytes(ends.get(random.nextInt(4)).getBytes(StandardCharsets.US_ASCII));
        }
        return folded.toByteArray();
    }
}
