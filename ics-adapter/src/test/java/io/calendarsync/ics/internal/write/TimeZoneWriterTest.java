package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneWriterTest {

    private static final LocalDate UNTIL = LocalDate.of(2062, 1, 1);

    private static List<String> lines(String zone, int firstYear) {
        return text(ZoneId.of(zone), firstYear).replace("\r\n ", "").lines().toList();
    }

    private static String text(ZoneId zone, int firstYear) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new TimeZoneWriter(new Lines(out)).write(zone, firstYear);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_zone_that_changes_by_a_rule_is_two_yearly_rules() {
        assertThat(lines("Europe/Berlin", 2027))
                .containsExactly(
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Berlin",
                        "BEGIN:STANDARD",
                        "DTSTART:20261025T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                        "END:STANDARD",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20270328T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "END:DAYLIGHT",
                        "END:VTIMEZONE");
    }

    @Test
    void a_zone_without_daylight_time_is_its_last_change() {
        assertThat(lines("Asia/Kolkata", 2027))
                .containsExactly(
                        "BEGIN:VTIMEZONE",
                        "TZID:Asia/Kolkata",
                        "BEGIN:STANDARD",
                        "DTSTART:19451015T000000",
                        "TZOFFSETFROM:+0630",
                        "TZOFFSETTO:+0530",
                        "END:STANDARD",
                        "END:VTIMEZONE");
    }

    @Test
    void a_zone_that_never_changed_begins_before_it_is_needed() {
        assertThat(lines("Etc/GMT-2", 2027))
                .contains("DTSTART:19700101T000000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0200");
        assertThat(lines("Etc/GMT-2", 1900)).contains("DTSTART:18990101T000000");
    }

    @Test
    void half_an_hour_of_daylight_time_on_lord_howe() {
        assertThat(lines("Australia/Lord_Howe", 2027))
                .contains(
                        "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
                        "TZOFFSETFROM:+1100",
                        "TZOFFSETTO:+1030",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU");
    }

    @Test
    void morocco_is_listed_since_the_moon_makes_no_rule() {
        assertThat(lines("Africa/Casablanca", 2027))
                .noneMatch(line -> line.startsWith("RRULE"))
                .anyMatch(line -> line.startsWith("RDATE:") && line.contains("20870511T020000"));
    }

    /** In Cairo it ends on the Friday that begins when the last Thursday of October ends: the first of November, at times. */
    @Test
    void a_change_that_may_be_in_the_next_month_is_counted_from_the_end_of_the_year() {
        assertThat(lines("Africa/Cairo", 2027))
                .contains("RRULE:FREQ=YEARLY;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR");
    }

    /** At one o'clock UTC on a Sunday it is Saturday in Greenland. */
    @Test
    void a_change_on_another_day_by_the_clocks_of_the_place_is_on_that_day() {
        assertThat(lines("America/Godthab", 2027))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA");
    }

    @ParameterizedTest
    @ValueSource(ints = {1880, 1970, 2027})
    void every_zone_of_the_jdk_is_written_as_it_is(int firstYear) {
        List<String> different = new ArrayList<>();
        for (String id : zones()) {
            ZoneRules rules = ZoneId.of(id).getRules();
            WrittenZone written = new WrittenZone(text(ZoneId.of(id), firstYear), UNTIL);
            for (Instant at : probes(rules, firstYear, Duration.ofSeconds(1))) {
                if (!written.offset(at).equals(rules.getOffset(at))) {
                    different.add(id + " " + at + ": " + rules.getOffset(at) + " is written as " + written.offset(at));
                }
            }
        }
        assertThat(different.stream().limit(20)).isEmpty();
    }

    /** Days from the changes: within hours of one, ical4j 4.3.0 is not sure. */
    @Test
    void every_zone_is_read_by_ical4j() throws Exception {
        List<String> different = new ArrayList<>();
        for (String id : zones()) {
            ZoneRules rules = ZoneId.of(id).getRules();
            VTimeZone theirs = byIcal4j(id, 2020);
            for (Instant at : probes(rules, 2020, Duration.ofDays(2))) {
                var observance = theirs.getApplicableObservance(at.atOffset(ZoneOffset.UTC));
                ZoneOffset read = observance.getTimeZoneOffsetTo().getOffset();
                if (!read.equals(rules.getOffset(at))) {
                    different.add(id + " " + at + ": " + rules.getOffset(at) + " is read as " + read);
                }
            }
        }
        assertThat(different.stream().limit(20)).isEmpty();
    }

    /** Returns instants before, at and after each change, and the first and the last. */
    private static List<Instant> probes(ZoneRules rules, int firstYear, Duration apart) {
        Instant at = LocalDateTime.of(firstYear, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        Instant end = UNTIL.minusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Instant> probes = new ArrayList<>(List.of(at, end));
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getInstant().isBefore(end)) {
            ZoneOffsetTransition after = rules.nextTransition(next.getInstant());
            probes.add(next.getInstant().minus(apart));
            if (after == null || after.getInstant().isAfter(next.getInstant().plus(apart.multipliedBy(2)))) {
                probes.add(next.getInstant().plus(apart));
            }
            next = after;
        }
        return probes;
    }

    private static Set<String> zones() {
        Set<String> ids = new TreeSet<>(ZoneId.getAvailableZoneIds());
        ids.removeIf(id -> id.startsWith("ical4j") || id.indexOf('/') < 0 || TimeValue.isUtc(ZoneId.of(id)));
        assertThat(ids).hasSizeGreaterThan(400);
        return ids;
    }

    private static VTimeZone byIcal4j(String id, int firstYear) throws Exception {
        String calendar =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + text(ZoneId.of(id), firstYear) + "END:VCALENDAR\r\n";
        return (VTimeZone) new CalendarBuilder()
                .build(new StringReader(calendar))
                .getComponents()
                .get(0);
    }
}
