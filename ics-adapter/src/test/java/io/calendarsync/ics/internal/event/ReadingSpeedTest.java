package io.calendarsync.ics.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.line.FeedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Prints how fast a large feed is read. Asserts only that it is read: machines differ. */
class ReadingSpeedTest {

    private static final int EVENTS = 10_000;
    private static final int ROUNDS = 7;

    @Test
    void a_feed_of_ten_thousand_events_is_read() throws Exception {
        byte[] body = feed().getBytes(StandardCharsets.UTF_8);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");

        print("digest only (nothing changed)", body, () -> sha256.digest(body).length);
        print(
                "unfold and check charset",
                body,
                () -> FeedText.consuming(body.clone(), Optional.empty()).length());
        print("structure and identities", body, () -> read(body).size());
        print("everything, as events", body, () -> {
            Feed feed = read(body);
            return feed.events(0, feed.size()).size();
        });

        assertThat(read(body).size()).isEqualTo(EVENTS);
    }

    private static Feed read(byte[] body) throws UnreadableFeed {
        return Feed.read(FeedText.consuming(body.clone(), Optional.empty()), Feeds.reading(FeedLimits.defaults()));
    }

    private static void print(String what, byte[] body, Callable<Integer> task) throws Exception {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            task.call();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        double millis = nanos[ROUNDS / 2] / 1e6;
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %.1f ms for %.1f MB, %.0f MB/s",
                what,
                millis,
                body.length / 1e6,
                body.length / 1e3 / millis));
    }

    /** About 1.1 kB an event, folded at 75 octets as senders do. */
    private static String feed() {
        StringBuilder feed =
                new StringBuilder(12_000_000).append("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n");
        for (int i = 0; i < EVENTS; i++) {
            int day = 1 + i % 28;
            int month = 1 + i / 28 % 12;
            String date = String.format(Locale.ROOT, "2026%02d%02dT", month, day);
            feed.append("BEGIN:VEVENT\r\nUID:event-")
                    .append(i)
                    .append("@feeds.example\r\nDTSTAMP:20260101T000000Z\r\n");
            line(feed, "DTSTART;TZID=Europe/Berlin:" + date + "090000");
            line(feed, "DTEND;TZID=Europe/Berlin:" + date + "100000");
            line(feed, "SUMMARY:Besprechung Nr. " + i + "\\, Zürich – Raum „Säntis“");
            line(feed, "DESCRIPTION:" + "Was zu tun ist\\, in aller Kürze: prüfen\\; melden\\n".repeat(8));
            line(feed, "LOCATION:Bahnhofstraße 1\\, 8001 Zürich");
            line(feed, "ORGANIZER;CN=\"Müller, Anna\":mailto:anna.mueller@feeds.example");
            line(feed, "ATTENDEE;CN=\"Meier, Jörg\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:joerg@feeds.example");
            line(feed, "ATTENDEE;CN=\"Weiß, Zoë\";ROLE=OPT-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:zoe@feeds.example");
            line(feed, "CATEGORIES:Arbeit,Zürich");
            if (i % 5 == 0) {
                line(feed, "RRULE:FREQ=WEEKLY;COUNT=10");
                line(feed, "EXDATE;TZID=Europe/Berlin:" + date + "090000");
            }
            line(feed, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM");
            feed.append("SEQUENCE:1\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n");
        }
        return feed.append("END:VCALENDAR\r\n").toString();
    }

    private static void line(StringBuilder feed, String text) {
        if (text.contains("\r\n")) {
            feed.append(text).append("\r\n");
            return;
        }
        for (int from = 0; from < text.length(); from += 70) {
            feed.append(from == 0 ? "" : " ")
                    .append(text, from, Math.min(text.length(), from + 70))
                    .append("\r\n");
        }
    }
}
