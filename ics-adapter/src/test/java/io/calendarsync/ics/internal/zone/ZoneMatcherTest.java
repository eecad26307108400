package io.calendarsync.ics.internal.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.calendarsync.model.ResolvedZone;
import io.calendarsync.model.ZoneNames;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneMatcherTest {

    private static final ZoneNames NAMES = ZoneNames.bundled();
    private static final ZoneMatcher MATCHER = new ZoneMatcher(NAMES);
    private static final Years YEARS = new Years(2024, 2028);

    private static List<ZoneId> regions() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> NAMES.resolve(id)
                        .filter(zone -> !zone.guessed() && zone.zone().getId().equals(id))
                        .isPresent())
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    /** Writes the transitions of a zone as single onsets, each by the clocks before. */
    private static ZoneDefinition written(ZoneId zone, Years years) {
        ZoneRules rules = zone.getRules();
        Instant begin = years.begin().minus(Duration.ofDays(400));
        ZoneOffset initial = rules.getOffset(begin);
        List<Observance> observances = new ArrayList<>();
        observances.add(new Observance(LocalDateTime.of(1970, 1, 1, 0, 0), initial, initial, List.of(), List.of()));
        for (ZoneOffsetTransition next = rules.nextTransition(begin);
                next != null && next.getInstant().isBefore(years.end());
                next = rules.nextTransition(next.getInstant())) {
            observances.add(new Observance(
                    next.getDateTimeBefore(), next.getOffsetBefore(), next.getOffsetAfter(), List.of(), List.of()));
        }
        return new ZoneDefinition(observances);
    }

    private static Optional<ResolvedZone> match(ZoneDefinition definition, String... hints) {
        return MATCHER.match(definition, YEARS, List.of(hints));
    }

    private static ZoneDefinition yearly(String standard, String daylight) {
        return new ZoneDefinition(List.of(
                new Observance(
                        LocalDateTime.of(1601, 1, 1, 2, 0),
                        ZoneOffset.ofHours(-4),
                        ZoneOffset.ofHours(-5),
                        List.of(standard),
                        List.of()),
                new Observance(
                        LocalDateTime.of(1601, 1, 1, 2, 0),
                        ZoneOffset.ofHours(-5),
                        ZoneOffset.ofHours(-4),
                        List.of(daylight),
                        List.of())));
    }

    private static ZoneDefinition fixed(ZoneOffset offset) {
        return new ZoneDefinition(
                List.of(new Observance(LocalDateTime.of(1601, 1, 1, 0, 0), offset, offset, List.of(), List.of())));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void every_zone_of_the_jdk_is_known_again_by_its_offsets(ZoneId zone) {
        ZoneDefinition definition = written(zone, YEARS);

        ZoneId found = match(definition).orElseThrow().zone();

        for (int hour = 0; hour < 5 * 365 * 24; hour += 5) {
            Instant at = YEARS.begin().plus(Duration.ofHours(hour));
            assertThat(found.getRules().getOffset(at)).isEqualTo(zone.getRules().getOffset(at));
        }
        assertThat(match(definition, zone.getId())).contains(new ResolvedZone(zone, false));
    }

    @Test
    void rules_of_every_year_are_those_of_new_york() {
        ZoneDefinition definition = yearly("FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3");

        assertThat(match(definition)).contains(new ResolvedZone(ZoneId.of("America/New_York"), false));
    }

    @Test
    void of_equal_zones_the_one_that_is_named_beside_is_taken() {
        ZoneDefinition definition = written(ZoneId.of("Europe/Berlin"), YEARS);

        assertThat(match(definition)).contains(new ResolvedZone(ZoneId.of("Europe/Berlin"), false));
        assertThat(match(definition, "Europe/Vienna")).contains(new ResolvedZone(ZoneId.of("Europe/Vienna"), false));
        assertThat(match(definition, "Asia/Tokyo", "nonsense"))
                .contains(new ResolvedZone(ZoneId.of("Europe/Berlin"), false));
    }

    @Test
    void rules_of_today_only_are_enough_but_a_guess() {
        ZoneDefinition definition = yearly("FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3");

        assertThat(MATCHER.match(definition, new Years(1995, 2027), List.of()))
                .contains(new ResolvedZone(ZoneId.of("America/New_York"), true));
    }

    @Test
    void rules_that_ended_are_followed_by_what_they_left() {
        ZoneDefinition definition = new ZoneDefinition(List.of(
                new Observance(
                        LocalDateTime.of(1993, 3, 28, 2, 0),
                        ZoneOffset.ofHours(3),
                        ZoneOffset.ofHours(4),
                        List.of("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20100327T230000Z"),
                        List.of()),
                new Observance(
                        LocalDateTime.of(1996, 10, 27, 3, 0),
                        ZoneOffset.ofHours(4),
                        ZoneOffset.ofHours(3),
                        List.of("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20101030T230000Z"),
                        List.of())));

        assertThat(match(definition)).contains(new ResolvedZone(ZoneId.of("Etc/GMT-3"), false));
    }

    @ParameterizedTest
    @CsvSource({"Z, Z", "+01:00, Etc/GMT-1", "-08:00, Etc/GMT+8", "+14:00, Etc/GMT-14"})
    void a_fixed_offset_of_whole_hours_is_that(String offset, String id) {
        assertThat(match(fixed(ZoneOffset.of(offset)))).contains(new ResolvedZone(ZoneId.of(id), false));
    }

    @Test
    void a_fixed_offset_of_half_an_hour_is_a_guess_at_where_it_is_used() {
        assertThat(match(fixed(ZoneOffset.of("+05:30")))).contains(new ResolvedZone(ZoneId.of("Asia/Kolkata"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+05:17", "-11:30", "+17:00"})
    void an_offset_nobody_has_is_no_zone(String offset) {
        assertThat(match(fixed(ZoneOffset.of(offset)))).isEmpty();
    }

    @Test
    void rules_nobody_has_are_no_zone() {
        assertThat(match(yearly("FREQ=YEARLY;BYDAY=1SU;BYMONTH=12", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=1")))
                .isEmpty();
        assertThat(match(new ZoneDefinition(List.of()))).isEmpty();
    }

    private static Stream<Arguments> bombs() {
        return Stream.of(
                        "FREQ=SECONDLY",
                        "FREQ=DAILY;COUNT=1000000000",
                        "FREQ=YEARLY;INTERVAL=2147483647",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4",
                        "FREQ=YEARLY;COUNT=999999999",
                        "FREQ=YEARLY;COUNT=99999999999999999999",
                        "FREQ=YEARLY;BYDAY=SU",
                        "FREQ=YEARLY;BYMONTH=3;BYDAY=1SU",
                        "FREQ=YEARLY;UNTIL=x",
                        "nonsense",
                        "")
                .flatMap(
                        rule -> Stream.of(arguments(rule, 1, 50), arguments(rule, 1_000, 1), arguments(rule, 50, 500)));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void a_rule_no_zone_has_does_no_harm(String rule, int rules, int observances) {
        Observance bomb = new Observance(
                LocalDateTime.of(1, 1, 1, 0, 0),
                ZoneOffset.ofHours(1),
                ZoneOffset.ofHours(2),
                Collections.nCopies(rules, rule),
                List.of());
        List<Observance> many = Collections.nCopies(observances, bomb);

        long begun = System.nanoTime();
        Optional<ResolvedZone> found = MATCHER.match(new ZoneDefinition(many), new Years(1, 9999), List.of());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf("%d ms for %d x %d of %s%n", took.toMillis(), rules, observances, rule);
        assertThat(found.filter(zone -> !zone.zone().getRules().isFixedOffset()))
                .isEmpty();
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void no_zone_is_registered() {
        Set<String> before = ZoneId.getAvailableZoneIds();

        match(yearly("FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"), "Custom");

        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
    }
}
