package io.calendarsync.ics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.calendarsync.Connected;
import io.calendarsync.EventChange;
import io.calendarsync.Meaning;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Feeds that give their events new UIDs at every request, through the real engine. */
class RenamedUidsTest {

    private final FakeFetcher server = new FakeFetcher();
    private final IcsFeedProvider provider =
            IcsFeedProvider.builder().fetcher(server).pageSize(4).build();
    private final SyncLab lab = new SyncLab();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final List<Entry> entries = new ArrayList<>();
    private CalendarId calendar;
    private int body;

    /** A component of the feed; what UIDs it has, the feed decides. */
    private record Entry(String key, String lines) {}

    @BeforeEach
    void open() {
        logged.start();
        logger().addAppender(logged);
        lab.with(builder -> builder.provider(provider).pollEvery(Duration.ofHours(1)))
                .subscribe("host", Subscriber.Beginning.FROM_NOW);
    }

    @AfterEach
    void close() {
        logger().detachAppender(logged);
        lab.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(FeedNames.class);
    }

    private void add(String key, String... lines) {
        entries.add(new Entry(key, String.join("\r\n", lines)));
    }

    private void replace(String old, String by) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            entries.set(i, new Entry(entry.key(), entry.lines().replace(old, by)));
        }
    }

    private void remove(String key) {
        entries.removeIf(entry -> entry.key().equals(key));
    }

    /** Serves the entries with UIDs nobody has seen before. */
    private void serveRenamed() {
        body++;
        serve("-" + body);
    }

    private void serve(String suffix) {
        StringBuilder feed = new StringBuilder("BEGIN:VCALENDAR\r\nX-BODY:" + body + "\r\n");
        for (Entry entry : entries) {
            String uid = Integer.toHexString((entry.key() + suffix).hashCode()) + suffix;
            feed.append("BEGIN:VEVENT\r\nUID:").append(uid).append("\r\n").append(entry.lines());
            feed.append("\r\nEND:VEVENT\r\n");
        }
        server.serve(feed.append("END:VCALENDAR\r\n").toString(), "");
    }

    private void connect() {
        Connected connected = lab.sync()
                .connections()
                .connectFeed(new OwnerId("o"), URI.create("https://feeds.example/x.ics"), ZoneId.of("Europe/Berlin"));
        calendar = connected.calendars().get(0).id();
        lab.settle();
        lab.take("host");
    }

    /** Lets the feed be polled once, and returns what was told, by kind. */
    private Map<EventChange.Kind, Long> poll() {
        return kinds(changes());
    }

    private List<EventChange> changes() {
        lab.advance(Duration.ofMinutes(70));
        List<EventChange> changes = new ArrayList<>();
        for (SyncEvent told : lab.take("host")) {
            if (told instanceof EventChange change) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<EventChange.Kind, Long> kinds(List<EventChange> changes) {
        return changes.stream().collect(groupingBy(EventChange::kind, TreeMap::new, counting()));
    }

    private List<Event> stored() {
        return lab.sync().agenda().events(calendar, Optional.empty(), 1000).items();
    }

    private void aFeedOfAllKinds() {
        for (int i = 0; i < 12; i++) {
            add("single" + i, "DTSTART:202602%02dT090000Z".formatted(i + 10), "DURATION:PT1H", "SUMMARY:Visit " + i);
        }
        add("twin1", "DTSTART:20260301T090000Z", "DURATION:PT1H", "SUMMARY:Twin", "DESCRIPTION:one");
        add("twin2", "DTSTART:20260301T090000Z", "DURATION:PT1H", "SUMMARY:Twin", "DESCRIPTION:two");
        add("day", "DTSTART;VALUE=DATE:20260305", "SUMMARY:Holiday");
        add("floating", "DTSTART:20260306T080000", "SUMMARY:Breakfast", "LOCATION:Kitchen");
        add(
                "series",
                "DTSTART;TZID=Europe/Berlin:20260202T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY",
                "SUMMARY:Standup");
        add(
                "series",
                "RECURRENCE-ID;TZID=Europe/Berlin:20260209T100000",
                "DTSTART;TZID=Europe/Berlin:20260209T120000",
                "DURATION:PT1H",
                "SUMMARY:Standup, later");
        add(
                "series",
                "RECURRENCE-ID;TZID=Europe/Berlin:20260216T100000",
                "DTSTART;TZID=Europe/Berlin:20260216T130000",
                "DURATION:PT1H",
                "SUMMARY:Standup, later");
        add("orphan", "RECURRENCE-ID:20260310T100000Z", "DTSTART:20260310T110000Z", "SUMMARY:Moved alone");
        add("listed", "DTSTART:20260401T100000Z", "SUMMARY:Shift");
        add("listed", "DTSTART:20260402T100000Z", "SUMMARY:Shift");
        add("past", "DTSTART:20251001T100000Z", "SUMMARY:Visit 3");
    }

    /** A version tag stands for the UID as well, so what is told under another has none. */
    private static List<Event> untagged(List<Event> events) {
        return events.stream().map(event -> event.toBuilder().etag("").build()).toList();
    }

    @Test
    void ten_polls_with_new_uids_change_nothing() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        List<Event> before = stored();

        for (int i = 0; i < 10; i++) {
            serveRenamed();
            assertThat(poll()).as("poll %d", i).isEmpty();
        }

        assertThat(before).hasSize(entries.size());
        assertThat(untagged(stored())).isEqualTo(untagged(before));
    }

    @Test
    void one_real_change_is_one_update() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        Map<String, String> edits = new TreeMap<>(Map.of(
                "SUMMARY:Visit 5", "SUMMARY:Visit five",
                "20260213T090000Z", "20260213T093000Z",
                "DESCRIPTION:two", "DESCRIPTION:second",
                "LOCATION:Kitchen", "LOCATION:Garden",
                "RRULE:FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;UNTIL=20260401",
                "20260209T120000", "20260209T150000",
                "20260310T110000Z", "20260310T120000Z"));

        edits.forEach((old, by) -> {
            replace(old, by);
            serveRenamed();
            assertThat(poll()).as(old).isEqualTo(Map.of(EventChange.Kind.UPDATED, 1L));
            serveRenamed();
            assertThat(poll()).as("after " + old).isEmpty();
        });
    }

    @Test
    void a_change_in_the_very_body_that_first_renames_is_one_update() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        replace("20260213T090000Z", "20260214T163000Z");

        serveRenamed();
        List<EventChange> changes = changes();

        assertThat(kinds(changes)).isEqualTo(Map.of(EventChange.Kind.UPDATED, 1L));
        assertThat(changes.get(0).difference().meanings()).contains(Meaning.MOVED);
    }

    @Test
    void what_is_really_gone_is_deleted_and_what_is_really_new_created() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();

        remove("single7");
        serveRenamed();
        List<EventChange> gone = changes();
        add("new", "DTSTART:20260601T100000Z", "SUMMARY:Something else");
        add(
                "series",
                "RECURRENCE-ID;TZID=Europe/Berlin:20260302T100000",
                "DTSTART;TZID=Europe/Berlin:20260302T170000",
                "SUMMARY:Standup, evening");
        serveRenamed();
        Map<EventChange.Kind, Long> fresh = poll();
        serveRenamed();

        assertThat(kinds(gone)).isEqualTo(Map.of(EventChange.Kind.DELETED, 1L));
        assertThat(gone.get(0).before().orElseThrow().details().title()).isEqualTo("Visit 7");
        assertThat(fresh).isEqualTo(Map.of(EventChange.Kind.CREATED, 2L));
        assertThat(poll()).isEmpty();
    }

    /** A guest cancels and another takes the same nights; later one more goes, and somebody comes at Christmas. */
    @Test
    void one_booking_that_looks_like_another_does_not_make_a_feed_one_that_renames() {
        for (String night : List.of("20270401", "20270501", "20270701", "20270901")) {
            add(night, "DTSTART;VALUE=DATE:" + night, "SUMMARY:Reserved");
        }
        serve("");
        connect();
        remove("20270501");
        add("another", "DTSTART;VALUE=DATE:20270501", "SUMMARY:Reserved");
        serve("");
        poll();

        remove("20270701");
        add("christmas", "DTSTART;VALUE=DATE:20271224", "SUMMARY:Reserved");
        serve("");

        assertThat(poll()).isEqualTo(Map.of(EventChange.Kind.CREATED, 1L, EventChange.Kind.DELETED, 1L));
    }

    @Test
    void a_series_that_goes_takes_its_overrides_along() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();

        remove("series");
        serveRenamed();

        assertThat(poll()).isEqualTo(Map.of(EventChange.Kind.DELETED, 3L));
    }

    @Test
    void what_a_host_has_linked_stays_linked() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        Event visit = stored().stream()
                .filter(event -> event.details().title().equals("Visit 5"))
                .findFirst()
                .orElseThrow();
        lab.sync().agenda().link(visit.ref(), new HostKey("booking-5"));
        serveRenamed();
        poll();

        replace("SUMMARY:Visit 5", "SUMMARY:Visit five");
        serveRenamed();
        List<EventChange> changes = changes();

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).after().orElseThrow().ref()).isEqualTo(visit.ref());
        assertThat(changes.get(0).after().orElseThrow().uid()).isEqualTo(visit.uid());
        assertThat(changes.get(0).provenance().hostKey()).contains(new HostKey("booking-5"));
    }

    @Test
    void a_feed_that_settles_on_other_uids_keeps_its_events_for_good() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        serveRenamed();
        poll();
        for (int i = 0; i < 30; i++) {
            add("late" + i, "DTSTART:202607%02dT090000Z".formatted(i + 1), "SUMMARY:Late " + i);
        }
        serve("-" + body);
        assertThat(poll()).isEqualTo(Map.of(EventChange.Kind.CREATED, 30L));

        replace("SUMMARY:Late 3", "SUMMARY:Later 3");
        serve("-" + body);

        assertThat(poll()).isEqualTo(Map.of(EventChange.Kind.UPDATED, 1L));
    }

    @Test
    void a_feed_read_anew_after_its_cursor_was_lost_keeps_its_events() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        Connected again = lab.sync()
                .connections()
                .connectFeed(new OwnerId("o"), URI.create("https://feeds.example/x.ics"), ZoneId.of("Asia/Tokyo"));

        serveRenamed();

        assertThat(again.calendars().get(0).id()).isEqualTo(calendar);
        assertThat(poll()).isEmpty();
    }

    @Test
    void it_is_said_once_in_the_log_and_stays_to_be_seen_in_the_diagnosis() {
        aFeedOfAllKinds();
        serveRenamed();
        connect();
        assertThat(lab.sync().operations().diagnose(calendar).findings()).noneMatch(text -> text.contains("UID"));

        for (int i = 0; i < 3; i++) {
            serveRenamed();
            poll();
        }
        poll();

        assertThat(logged.list).hasSize(1);
        assertThat(lab.sync().operations().diagnose(calendar).findings())
                .contains("The feed gives its events new UIDs (" + entries.size()
                        + " at last); they are known again by time, title and place.");
    }

    @Test
    void a_feed_that_returns_to_the_uids_it_had_is_as_any_other() {
        aFeedOfAllKinds();
        serve("");
        connect();
        serveRenamed();
        poll();

        serve("");

        assertThat(poll()).isEmpty();
        assertThat(lab.sync().operations().diagnose(calendar).findings()).noneMatch(text -> text.contains("UID"));
    }

    @Test
    void another_calendar_at_the_same_address_is_not_taken_for_the_one_before() {
        for (int i = 0; i < 12; i++) {
            add("old" + i, "DTSTART:202602%02dT090000Z".formatted(i + 10), "SUMMARY:Autumn term " + i);
        }
        serve("");
        connect();
        entries.clear();
        for (int i = 0; i < 12; i++) {
            add("new" + i, "DTSTART:202603%02dT110000Z".formatted(i + 10), "SUMMARY:Spring term " + i);
        }

        serve("");

        assertThat(poll()).isEqualTo(Map.of(EventChange.Kind.CREATED, 12L, EventChange.Kind.DELETED, 12L));
    }
}
