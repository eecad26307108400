package io.calendarsync.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.CalendarState;
import io.calendarsync.FaultSource;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.ics.internal.fetch.Fetched;
import io.calendarsync.ics.internal.fetch.Fetcher;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Feeds of more pages than a turn takes, from servers that stamp every answer with the time of the download. */
class LargeFeedTest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StampingServer server = new StampingServer();

    /** Answers no two requests with the same bytes. */
    private static final class StampingServer implements Fetcher {

        private int events;
        private String title = "Shift";
        private final List<Validators> asked = new ArrayList<>();

        @Override
        public Fetched get(URI address, Validators known, FaultSource source, InstantSource clock) {
            asked.add(known);
            String stamp = "\r\nDTSTAMP:" + STAMP.format(clock.instant()) + "\r\nX-REQUEST:" + asked.size();
            StringBuilder body = new StringBuilder("BEGIN:VCALENDAR\r\n");
            for (int i = 0; i < events; i++) {
                body.append("BEGIN:VEVENT\r\nUID:e")
                        .append(i)
                        .append(stamp)
                        .append("\r\nDTSTART:20260201T090000Z\r\nSUMMARY:")
                        .append(title)
                        .append("\r\nEND:VEVENT\r\n");
            }
            byte[] bytes = body.append("END:VCALENDAR\r\n").toString().getBytes(StandardCharsets.UTF_8);
            return new Fetched.Body(bytes, bytes.length, Optional.empty(), new Validators("etag-" + asked.size(), ""));
        }
    }

    private SyncLab lab(int pageSize) {
        IcsFeedProvider feeds =
                IcsFeedProvider.builder().fetcher(server).pageSize(pageSize).build();
        return new SyncLab().with(builder -> builder.provider(feeds));
    }

    private static CalendarId connect(SyncLab lab) {
        return lab.sync()
                .connections()
                .connectFeed(new OwnerId("anna"), URI.create("https://feeds.example/a.ics"), ZoneId.of("UTC"))
                .calendars()
                .get(0)
                .id();
    }

    private static SyncedCalendar calendar(SyncLab lab) {
        return lab.sync()
                .connections()
                .calendars(lab.sync()
                        .connections()
                        .list(new OwnerId("anna"))
                        .get(0)
                        .id())
                .get(0);
    }

    @Test
    void a_feed_of_more_pages_than_a_turn_that_differs_at_every_download_is_read_with_one() {
        server.events = 10_500;
        try (SyncLab lab = lab(500)) {
            connect(lab);
            lab.settle();

            assertThat(calendar(lab).state()).isEqualTo(CalendarState.SYNCED);
            assertThat(calendar(lab).events()).isEqualTo(10_500);
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void a_feed_that_only_stamps_its_answers_has_nothing_new_and_is_asked_for_with_its_last_validators() {
        server.events = 50;
        try (SyncLab lab = lab(20)) {
            connect(lab);
            lab.settle();
            lab.advance(Duration.ofHours(1));
            int polls = server.asked.size();

            assertThat(polls).isBetween(3, 6);
            assertThat(server.asked).last().isEqualTo(new Validators("etag-" + (polls - 1), ""));
            assertThat(calendar(lab).state()).isEqualTo(CalendarState.SYNCED);
        }
    }

    @Test
    void a_real_change_among_new_stamps_is_seen() {
        server.events = 50;
        try (SyncLab lab = lab(20)) {
            CalendarId id = connect(lab);
            lab.settle();
            server.title = "Moved shift";
            lab.advance(Duration.ofHours(1));

            assertThat(lab.sync().agenda().events(id, Optional.empty(), 100).items())
                    .hasSize(50)
                    .allMatch(event -> event.title().equals("Moved shift"));
        }
    }
}
