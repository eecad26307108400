package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.PageNotes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarNotesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final CalendarRecord calendar = CalendarRecord.begin(
            new CalendarInfo(new CalendarId("a-b-c"), new OwnerId("o"), "feed", ""),
            LogHead.begin(1),
            Instant.parse("2026-03-01T12:00:00Z"));

    private static PageNotes notes(Optional<ZoneId> zone) {
        return new PageNotes(0, "", Optional.empty(), zone, "");
    }

    private static CalendarRecord stored(CalendarRecord calendar) {
        return CalendarRecord.read(calendar.bytes());
    }

    @Test
    void the_zone_a_source_names_holds_before_the_one_the_host_gave() {
        CalendarRecord given = stored(calendar.givenZone(TOKYO));
        CalendarRecord noted = stored(given.noted(notes(Optional.of(BERLIN))));

        assertThat(calendar.zone()).isEmpty();
        assertThat(given.zone()).contains(TOKYO);
        assertThat(noted.zone()).contains(BERLIN);
        assertThat(noted.givenZone()).contains(TOKYO);
    }

    @Test
    void a_page_that_says_nothing_of_the_zone_leaves_it_and_connecting_again_does_too() {
        CalendarRecord noted = calendar.givenZone(TOKYO).noted(notes(Optional.of(BERLIN)));

        assertThat(noted.noted(PageNotes.none()).zone()).contains(BERLIN);
        assertThat(noted.givenZone(TOKYO).zone()).contains(BERLIN);
    }

    @Test
    void a_remark_and_a_pause_hold_until_a_page_no_longer_says_them() {
        PageNotes said = PageNotes.none().withRemark("odd").withRefresh(Optional.of(Duration.ofHours(1)));
        CalendarRecord noted = stored(calendar.noted(said));

        assertThat(noted.remark()).isEqualTo("odd");
        assertThat(noted.refresh()).contains(Duration.ofHours(1));
        assertThat(noted.noted(PageNotes.none()).remark()).isEmpty();
        assertThat(noted.noted(PageNotes.none()).refresh()).isEmpty();
        assertThat(noted.noted(said)).isSameAs(noted);
    }
}
