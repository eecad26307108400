package io.calendarsync.ics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcsWriterTest {

    private static final Instant STAMP = Instant.parse("2026-11-20T08:00:00Z");
    private static final int KILOBYTES = 100;
    private static final int BUFFER = 10_000;

    private static Event event(String uid, String zone) {
        LocalDateTime nine = LocalDateTime.of(2027, 3, 1, 9, 0);
        return Event.builder(
                        new EventRef(new CalendarId("feed"), uid),
                        EventTime.Timed.of(nine, ZoneId.of(zone), Duration.ofHours(1)))
                .uid(uid)
                .description(Text.plain("x".repeat(KILOBYTES * 1000)))
                .build();
    }

    @Test
    void zones_come_before_events_by_name_and_once_each() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        IcsWriter.Written written = IcsWriter.of(STAMP)
                .named("Team, all")
                .floatingIn(ZoneId.of("Asia/Tokyo"))
                .write(List.of(event("a", "Europe/Rome"), event("b", "Asia/Tokyo"), event("c", "Europe/Rome")), out);

        assertThat(written).isEqualTo(new IcsWriter.Written(3, 0));
        assertThat(out.toString(UTF_8).lines())
                .startsWith(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//CalendarSync//CalendarSync//EN",
                        "NAME:Team\\, all",
                        "X-WR-CALNAME:Team\\, all",
                        "X-WR-TIMEZONE:Asia/Tokyo",
                        "BEGIN:VTIMEZONE",
                        "TZID:Asia/Tokyo")
                .filteredOn(line -> line.startsWith("TZID:") || line.startsWith("UID:"))
                .containsExactly("TZID:Asia/Tokyo", "TZID:Europe/Rome", "UID:a", "UID:b", "UID:c");
    }

    @Test
    void a_calendar_without_events_is_one() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(IcsWriter.of(STAMP).write(List.of(), out).events()).isZero();

        assertThat(out.toString(UTF_8)).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }

    /** An event is asked for only once those before it have left. */
    @Test
    void no_event_is_held_longer_than_it_takes_to_write_it() throws IOException {
        long[] left = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                left[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                left[0] += length;
            }
        };
        List<Long> leftBefore = new ArrayList<>();
        Iterable<Event> lazy = () -> new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < 20;
            }

            @Override
            public Event next() {
                leftBefore.add(left[0]);
                return event("event-" + given++, "Europe/Rome");
            }
        };

        IcsWriter.of(STAMP).write(lazy, counting);

        assertThat(leftBefore).hasSize(40);
        for (int i = 0; i < 20; i++) {
            assertThat(leftBefore.get(i)).isZero();
            assertThat(leftBefore.get(20 + i)).isGreaterThan(i * KILOBYTES * 1000L - BUFFER);
        }
    }

    @Test
    void a_zone_that_turns_up_while_the_calendar_changes_is_defined_before_its_event() throws IOException {
        List<List<Event>> passes = new ArrayList<>(List.of(
                List.of(event("a", "Europe/Rome")), List.of(event("a", "Europe/Rome"), event("b", "Asia/Tokyo"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        IcsWriter.of(STAMP).write(() -> passes.remove(0).iterator(), out);

        assertThat(out.toString(UTF_8).lines().filter(line -> line.startsWith("TZID:") || line.startsWith("UID:")))
                .containsExactly("TZID:Europe/Rome", "UID:a", "TZID:Asia/Tokyo", "UID:b");
    }

    @Test
    void a_stream_that_fails_is_told() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no room");
            }
        };

        assertThatThrownBy(() -> IcsWriter.of(STAMP).write(List.of(event("a", "Europe/Rome")), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no room");
    }
}
