package io.calendarsync.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The wall clocks of every zone there is, beside what java.time makes of them. */
class ClockReaderTest {

    private static final long FIRST = WallClocks.seconds(LocalDateTime.of(1850, 1, 1, 0, 0));
    private static final long LAST = WallClocks.seconds(LocalDateTime.of(2100, 1, 1, 0, 0));

    private final SplittableRandom random = new SplittableRandom(335);

    @Test
    void everyZone_goingForward_isReadAsJavaTimeReadsIt() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ClockReader reader = new ClockReader(zone.getRules());
            for (long clock = FIRST; clock < LAST; clock += random.nextLong(30L * WallClocks.DAY)) {
                check(reader, zone, clock);
            }
        }
    }

    @Test
    void everyChangeOfEveryZone_isReadAsJavaTimeReadsIt_inWhateverOrder() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ClockReader reader = new ClockReader(zone.getRules());
            for (ZoneOffsetTransition change : changes(zone.getRules())) {
                long at = WallClocks.seconds(change.getDateTimeBefore());
                long after = WallClocks.seconds(change.getDateTimeAfter());
                for (long around : new long[] {at, after, (at + after) / 2}) {
                    check(reader, zone, around - 1);
                    check(reader, zone, around);
                    check(reader, zone, around + 1);
                    check(reader, zone, around + random.nextLong(-100_000, 100_000));
                }
                check(reader, zone, random.nextLong(FIRST, LAST));
            }
        }
    }

    @Test
    void everyChangeOfEveryZone_noWallClockBeforeTheEarliest_standsForTheInstantOrALaterOne() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            for (ZoneOffsetTransition change : changes(zone.getRules())) {
                long instant = change.toEpochSecond() + random.nextLong(-90_000, 90_000);
                ClockReader reader = new ClockReader(zone.getRules());
                long earliest = reader.earliest(instant);
                for (long later : new long[] {0, 1, 1_800, 5_400, WallClocks.DAY, 100L * WallClocks.DAY, -7_200}) {
                    check(reader, zone, earliest + later);
                }
                for (long before : new long[] {1, 60, 1_800, 3_600, 7_200, WallClocks.DAY}) {
                    assertThat(instant(zone, earliest - before))
                            .as("%s, %d before %d", zone, before, instant)
                            .isLessThan(instant);
                }
            }
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>(rules.getTransitions());
        Instant last = Instant.parse("2040-01-01T00:00:00Z");
        ZoneOffsetTransition next = rules.nextTransition(Instant.parse("2020-01-01T00:00:00Z"));
        while (next != null && next.getInstant().isBefore(last)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    private static void check(ClockReader reader, ZoneId zone, long clock) {
        ZonedDateTime expected = ZonedDateTime.ofLocal(WallClocks.local(clock), zone, null);
        if (reader.instant(clock) != expected.toEpochSecond()
                || reader.shown(clock) != WallClocks.seconds(expected.toLocalDateTime())) {
            assertThat(reader.instant(clock)).as("%s %s", zone, expected).isEqualTo(expected.toEpochSecond());
            assertThat(WallClocks.local(reader.shown(clock)))
                    .as("%s %s", zone, expected)
                    .isEqualTo(expected.toLocalDateTime());
        }
    }

    private static long instant(ZoneId zone, long clock) {
        return ZonedDateTime.ofLocal(WallClocks.local(clock), zone, null).toEpochSecond();
    }
}
