package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.BERLIN;
import static io.calendarsync.ics.internal.event.Feeds.events;
import static io.calendarsync.ics.internal.event.Feeds.reasons;
import static io.calendarsync.ics.internal.event.Feeds.vevent;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.RecurrenceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity in a feed (history H9). */
class EventIdsTest {

    private static final String MASTER =
            vevent("UID:s", "DTSTART;TZID=Europe/Berlin:20260301T090000", "RRULE:FREQ=DAILY");

    private static String override(String recurrenceId) {
        return vevent("UID:s", recurrenceId, "DTSTART;TZID=Europe/Berlin:20260303T110000");
    }

    private static List<String> ids(String... components) {
        return events(components).stream().map(event -> event.ref().eventId()).toList();
    }

    private static EventShape.Override shape(Event event) {
        assertThat(event.shape()).isInstanceOf(EventShape.Override.class);
        return (EventShape.Override) event.shape();
    }

    @Test
    void an_event_is_named_by_its_uid_so_that_it_may_move() {
        assertThat(ids(vevent("UID:a", "DTSTART:20260301T090000Z"))).containsExactly("a");
        assertThat(ids(vevent("UID:a", "DTSTART:20260308T090000Z"))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000",
                "RECURRENCE-ID:20260303T080000Z",
                "RECURRENCE-ID;TZID=America/New_York:20260303T030000",
                "RECURRENCE-ID:20260303T090000",
                "RECURRENCE-ID;VALUE=DATE:20260303"
            })
    void an_override_is_named_the_same_however_its_recurrence_id_is_written(String recurrenceId) {
        List<Event> events = events(override(recurrenceId), MASTER);

        assertThat(events.get(0).ref().eventId()).isEqualTo("s#20260303T080000Z");
        assertThat(shape(events.get(0)))
                .isEqualTo(new EventShape.Override(
                        "s", new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, 3, 9, 0), BERLIN), false));
        assertThat(events.get(1).ref().eventId()).isEqualTo("s");
    }

    @Test
    void an_override_of_an_all_day_series_is_named_by_its_day() {
        List<Event> events = events(
                vevent("UID:s", "DTSTART:20260301", "RRULE:FREQ=DAILY"),
                vevent("UID:s", "DTSTART:20260305", "RECURRENCE-ID:20260303T000000Z"));

        assertThat(events.get(1).ref().eventId()).isEqualTo("s#20260303");
        assertThat(shape(events.get(1)).recurrenceId()).isEqualTo(new RecurrenceId.OnDate(LocalDate.of(2026, 3, 3)));
    }

    @Test
    void an_override_without_its_series_stands_by_its_own_zone() {
        Event event = events(override("RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000"))
                .get(0);

        assertThat(event.ref().eventId()).isEqualTo("s#20260303T080000Z");
        assertThat(shape(event).seriesId()).isEqualTo("s");
    }

    @Test
    void an_override_may_stand_for_all_later_instances() {
        Event event = events(MASTER, override("RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T080000Z"))
                .get(1);

        assertThat(shape(event).thisAndFuture()).isTrue();
    }

    @Test
    void an_override_never_recurs() {
        Event event = events(
                        MASTER,
                        vevent(
                                "UID:s",
                                "DTSTART:20260303T100000Z",
                                "RECURRENCE-ID:20260303T080000Z",
                                "RRULE:FREQ=DAILY"))
                .get(1);

        assertThat(shape(event).seriesId()).isEqualTo("s");
    }

    @Test
    void a_recurrence_id_that_cannot_be_read_leaves_an_event_and_says_so() {
        Event event = events(vevent("UID:s", "DTSTART:20260303T100000Z", "RECURRENCE-ID:whenever"))
                .get(0);

        assertThat(event.shape()).isEqualTo(new EventShape.Single());
        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_TIME);
    }

    @Test
    void entries_of_one_uid_are_told_apart_by_start_save_the_earliest() {
        assertThat(ids(
                        vevent("UID:a", "DTSTART:20260303T090000Z"),
                        vevent("UID:a", "DTSTART:20260301T090000Z"),
                        vevent("UID:a", "DTSTART:20260302")))
                .containsExactly("a@20260303T090000Z", "a", "a@20260302");
    }

    @Test
    void the_series_among_entries_of_one_uid_keeps_the_uid() {
        assertThat(ids(vevent("UID:s", "DTSTART:20260101T090000Z"), MASTER, override("RECURRENCE-ID:20260303T080000Z")))
                .containsExactly("s@20260101T090000Z", "s", "s#20260303T080000Z");
    }

    @Test
    void of_versions_of_one_entry_the_highest_sequence_stands_then_the_last() {
        List<Event> events = events(
                vevent("UID:a", "DTSTART:20260301T090000Z", "SEQUENCE:2", "SUMMARY:second"),
                vevent("UID:a", "DTSTART:20260301T090000Z", "SEQUENCE:10", "SUMMARY:tenth"),
                vevent("UID:a", "DTSTART:20260301T090000Z", "SEQUENCE:10", "SUMMARY:tenth again"),
                vevent("UID:a", "DTSTART:20260301T090000Z", "SUMMARY:none"));

        assertThat(events).extracting(Event::title).containsExactly("tenth again");
    }

    @Test
    void a_series_is_not_lost_to_its_own_first_instance() {
        List<Event> events = events(MASTER, vevent("UID:s", "DTSTART;TZID=Europe/Berlin:20260301T090000"));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).isSeries()).isTrue();
    }

    @Test
    void the_order_in_the_file_changes_no_id() {
        List<String> components = new ArrayList<>(List.of(
                MASTER,
                override("RECURRENCE-ID:20260303T080000Z"),
                override("RECURRENCE-ID:20260304T080000Z"),
                vevent("UID:a", "DTSTART:20260301T090000Z", "SUMMARY:1"),
                vevent("UID:a", "DTSTART:20260302T090000Z", "SUMMARY:2"),
                vevent("UID:a", "DTSTART:20260303T090000Z", "SUMMARY:3"),
                vevent("DTSTART:20260304T090000Z", "SUMMARY:4"),
                vevent("DTSTART:20260304T090000Z", "SUMMARY:5")));
        Map<String, String> expected = byId(components);
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(components, new Random(seed));
            assertThat(byId(components)).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected).hasSize(8);
    }

    private static Map<String, String> byId(List<String> components) {
        Map<String, String> byId = new TreeMap<>();
        events(components.toArray(String[]::new))
                .forEach(event -> byId.put(event.ref().eventId(), event.toString()));
        return byId;
    }

    @Test
    void an_entry_without_uid_is_named_after_its_content_without_stamps() {
        Event first = events(vevent(
                        "DTSTART:20260301T090000Z", "SUMMARY:x", "DTSTAMP:20260101T000000Z", "X-A:1", "SEQUENCE:1"))
                .get(0);
        Event later = events(vevent(
                        "SUMMARY:x",
                        "DTSTART:20260301T090000Z",
                        "DTSTAMP:20260202T000000Z",
                        "LAST-MODIFIED:20260202T000000Z"))
                .get(0);
        Event other = events(vevent("SUMMARY:y", "DTSTART:20260301T090000Z")).get(0);

        assertThat(reasons(first)).containsExactly(Reason.MISSING_UID);
        assertThat(first.ref().eventId())
                .startsWith("no-uid-")
                .isEqualTo(later.ref().eventId());
        assertThat(first.uid()).isEqualTo(first.ref().eventId());
        assertThat(other.ref().eventId()).isNotEqualTo(first.ref().eventId());
    }

    @Test
    void odd_uids_are_names_too() {
        String longUid = "x".repeat(10_000);

        assertThat(ids(vevent("UID:" + longUid, "DTSTART:20260301"))).containsExactly(longUid);
        assertThat(ids(vevent("UID: a\\,b\u0000c ", "DTSTART:20260301"))).containsExactly("a,bc");
    }

    @Test
    void a_uid_that_looks_like_an_override_takes_nobodys_place() {
        List<String> ids = ids(
                MASTER,
                override("RECURRENCE-ID:20260303T080000Z"),
                vevent("UID:s#20260303T080000Z", "DTSTART:20260301"));

        assertThat(ids).doesNotHaveDuplicates().hasSize(3).contains("s", "s#20260303T080000Z");
    }
}
