package io.calendarsync.ics.quirk;

import static io.calendarsync.ics.quirk.LoopbackFeed.reasons;
import static io.calendarsync.ics.quirk.LoopbackFeed.vevent;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.EventChange;
import io.calendarsync.FieldChange;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityQuirksTest {

    private final LoopbackFeed feed = new LoopbackFeed();

    @AfterEach
    void close() {
        feed.close();
    }

    private static String[] stamped(String stamp) {
        return new String[] {
            "X-GENERATED:" + stamp,
            vevent(
                    "UID:a",
                    "SUMMARY:A",
                    "DTSTAMP:" + stamp,
                    "CREATED:" + stamp,
                    "LAST-MODIFIED:" + stamp,
                    "X-V:" + stamp),
            vevent("UID:b", "SUMMARY:B", "DTSTAMP:" + stamp)
        };
    }

    @Test
    void stamps_of_the_time_of_download_are_no_change() {
        feed.calendar(stamped("20260101T000000Z"));
        CalendarId calendar = feed.sync();
        List<Event> before = feed.stored(calendar);

        for (int minute = 10; minute < 15; minute++) {
            feed.calendar(stamped("20260101T00" + minute + "00Z"));
            assertThat(feed.poll()).isEmpty();
        }

        assertThat(feed.stored(calendar)).isEqualTo(before);
    }

    @Test
    void a_change_that_last_modified_does_not_tell_is_one_all_the_same() {
        String series = "UID:a\r\nDTSTART:20260105T090000Z\r\nRRULE:FREQ=WEEKLY\r\nLAST-MODIFIED:20250101T000000Z";
        feed.calendar(vevent(series));
        feed.sync();

        feed.calendar(vevent(series, "EXDATE:20260112T090000Z"));

        assertThat(feed.poll()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(EventChange.Kind.UPDATED);
            assertThat(change.difference().fields())
                    .extracting(FieldChange::field)
                    .hasSize(1);
        });
    }

    @Test
    void uids_regenerated_at_every_fetch_are_no_deletions_and_creations() {
        String[] lines = {"DTSTART:20260205T090000Z\r\nSUMMARY:A", "DTSTART:20260206T090000Z\r\nSUMMARY:B"};
        feed.calendar(vevent("UID:1", lines[0]), vevent("UID:2", lines[1]));
        CalendarId calendar = feed.sync();
        List<Event> before = feed.stored(calendar);

        for (int i = 10; i < 20; i++) {
            feed.calendar(vevent("UID:x" + i, lines[0]), vevent("UID:y" + i, lines[1]));
            assertThat(feed.poll()).isEmpty();
        }

        assertThat(feed.stored(calendar))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("revision.etag")
                .isEqualTo(before);
        assertThat(feed.lab().sync().operations().diagnose(calendar).findings())
                .anyMatch(finding -> finding.contains("new UIDs"));
    }

    @Test
    void a_missing_uid_is_derived_from_the_content_and_marked() {
        String event = "BEGIN:VEVENT\r\nDTSTART:20260302T090000Z\r\nSUMMARY:A\r\nDTSTAMP:%s\r\nEND:VEVENT";
        Event one = feed.calendar(event.formatted("20260101T000000Z")).readOne();
        Event other = feed.calendar(event.formatted("20260101T111111Z")).readOne();

        assertThat(one.uid()).startsWith("no-uid-").isEqualTo(other.uid());
        assertThat(reasons(one)).containsExactly(Reason.MISSING_UID);
    }

    @Test
    void the_same_uid_on_several_events_is_told_apart_by_the_start() {
        List<Event> events = feed.calendar(
                        vevent("UID:u", "DTSTART:20260302T090000Z", "SUMMARY:first"),
                        vevent("UID:u", "DTSTART:20260303T090000Z", "SUMMARY:second"))
                .read();

        assertThat(events).extracting(event -> event.ref().eventId()).containsExactly("u", "u@20260303T090000Z");
        assertThat(events).extracting(Event::uid).containsOnly("u");
    }

    @Test
    void of_equal_entries_the_highest_sequence_stands_then_the_last_in_the_file() {
        assertThat(feed.calendar(vevent("SEQUENCE:3", "SUMMARY:newer"), vevent("SEQUENCE:2", "SUMMARY:older"))
                        .readOne()
                        .details()
                        .title())
                .isEqualTo("newer");
        assertThat(feed.calendar(vevent("SUMMARY:first"), vevent("SUMMARY:last"))
                        .readOne()
                        .details()
                        .title())
                .isEqualTo("last");
    }

    @Test
    void an_override_without_master_stands_alone() {
        Event event = feed.event("RECURRENCE-ID:20260302T090000Z", "DTSTART:20260302T100000Z", "SUMMARY:Busy")
                .readOne();
        CalendarId calendar = feed.sync();

        assertThat(event.shape()).isInstanceOf(EventShape.Override.class);
        assertThat(event.degradations()).isEmpty();
        assertThat(feed.stored(calendar))
                .singleElement()
                .satisfies(stored -> assertThat(stored.time().localStart()).hasToString("2026-03-02T10:00"));
    }
}
