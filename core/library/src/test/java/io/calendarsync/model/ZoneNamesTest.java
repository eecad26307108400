package io.calendarsync.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("sets the default locale and time zone")
class ZoneNamesTest {

    private static final Set<String> NEWER_THAN_SOME_JDKS = Set.of("America/Coyhaique");

    private final ZoneNames names = ZoneNames.bundled();

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "europe/berlin, Europe/Berlin",
        " America/New_York , America/New_York",
        "AMERICA/ARGENTINA/BUENOS_AIRES, America/Argentina/Buenos_Aires",
        "Asia/Calcutta, Asia/Kolkata",
        "America/Buenos_Aires, America/Argentina/Buenos_Aires",
        "US/Eastern, America/New_York",
        "Japan, Asia/Tokyo",
        "CET, CET",
        "UTC, Z",
        "Etc/UTC, Z",
        "Zulu, Z",
        "z, Z",
        "GMT, Etc/GMT",
        "Etc/GMT+5, Etc/GMT+5",
        "EST, Etc/GMT+5",
        "mst, Etc/GMT+7",
        "HST, Etc/GMT+10",
        "+05:30, +05:30",
        "Eastern Standard Time, America/New_York",
        "W. EUROPE standard time, Europe/Berlin",
        "India Standard Time, Asia/Kolkata",
        "UTC-02, Etc/GMT+2",
        "UTC+13, Etc/GMT-13",
        "Dateline Standard Time, Etc/GMT+12",
    })
    void idsAndCldrNames_areKnown(String name, String id) {
        assertThat(names.resolve(name)).contains(new ResolvedZone(ZoneId.of(id), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/mozilla.org/20050126_1/Europe/Berlin|Europe/Berlin",
                "/mozilla.org/20070129_1/America/Argentina/Buenos_Aires|America/Argentina/Buenos_Aires",
                "/softwarestudio.org/Olson_20011030_5/America/Chicago|America/Chicago",
                "/softwarestudio.org/Tzfile/Asia/Calcutta|Asia/Kolkata",
                "/freeassociation.sourceforge.net/Europe/Berlin|Europe/Berlin",
                "/Europe/Stockholm|Europe/Stockholm",
                "posix/Europe/Vaduz|Europe/Vaduz",
                "tzone://Microsoft/Utc|Z",
                "(UTC-05:00) Eastern Time (US & Canada)|America/New_York",
                "(GMT-05:00) Eastern Time (US & Canada)|America/New_York",
                "Pacific Time (US & Canada)\\, Tijuana|America/Los_Angeles",
                "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna|Europe/Berlin",
                "(UTC-03:00) Brasília|America/Sao_Paulo",
                "(UTC) Coordinated Universal Time|Z",
                "Western/Central Europe|Europe/Berlin",
                "Kuala Lumpur, Singapore|Asia/Singapore",
                "Canberra, Melbourne, Sydney|Australia/Sydney",
                "Eastern|America/New_York",
                "Eastern Daylight Time|America/New_York",
                "US-Eastern|America/New_York",
                "America-Chicago|America/Chicago",
                "America/Los Angeles|America/Los_Angeles",
                "(UTC+09:00) Osaka, Sapporo, Tokyo|Asia/Tokyo",
                "Zürich, Bern|Europe/Zurich",
                "Kamchatka Standard Time|Asia/Kamchatka",
                "GMT +0100 (Standard) / GMT +0200 (Daylight)|Europe/Berlin",
                "GMT+0100|+01:00",
                "(GMT +01:00)|+01:00",
                "UTC-05:00|-05:00",
                "UTC+11|+11:00",
                "UTC+5:45|+05:45",
                "(UTC-05:00) Nobody Knows|-05:00",
            })
    void namesOfPrograms_areGuessed(String name, String id) {
        assertThat(names.resolve(name)).contains(new ResolvedZone(ZoneId.of(id), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Customized Time Zone",
                "tzone://Microsoft/Custom",
                "MyTimezone",
                "Nowhere/Middle",
                "America/New_Yrok",
                "custom_America/New_York",
                "GMT+25:00",
                "UTC+05:75",
                "+5730",
                "0",
                "/",
                "//",
                "ical4j~1",
                "SystemV/EST5EDT",
            })
    void othersAre_unknown(String name) {
        assertThat(names.resolve(name)).isEmpty();
    }

    @Test
    void endlessName_isUnknown() {
        assertThat(names.resolve("Tokyo,".repeat(100_000))).isEmpty();
    }

    @Test
    void everyWindowsZone_leadsToAZoneAndBack() {
        var rows = ZoneTable.rows("windows-zones.tsv");
        assertThat(rows).hasSize(139);
        assertThat(rows).allSatisfy(row -> {
            ResolvedZone resolved = names.resolve(row.get(0)).orElseThrow();
            assertThat(resolved.guessed()).isFalse();
            assertThat(names.windowsName(resolved.zone())).contains(row.get(0));
        });
    }

    @Test
    void everyCldrId_hasItsWindowsZoneUnderItsPresentSpelling() {
        var rows = ZoneTable.rows("windows-zones.tsv");
        var ids = rows.stream()
                .flatMap(row -> List.of(row.get(2).split(" ")).stream())
                .toList();
        assertThat(ids).hasSize(445).doesNotHaveDuplicates();
        assertThat(ids).filteredOn(id -> names.resolve(id).isEmpty()).isSubsetOf(NEWER_THAN_SOME_JDKS);
        assertThat(rows)
                .allSatisfy(row -> assertThat(knownIds(row)).allSatisfy(id -> {
                    ResolvedZone resolved = names.resolve(id).orElseThrow();
                    assertThat(resolved.guessed()).isFalse();
                    assertThat(names.windowsName(resolved.zone())).contains(row.get(0));
                    assertThat(names.windowsName(ZoneId.of(id))).contains(row.get(0));
                }));
    }

    private List<String> knownIds(List<String> row) {
        return Stream.of(row.get(2).split(" "))
                .filter(id -> names.resolve(id).isPresent())
                .toList();
    }

    @Test
    void everyFormerName_keepsTheSameClock() {
        assertThat(ZoneTable.rows("zone-links.tsv"))
                .filteredOn(row -> ZoneId.getAvailableZoneIds().containsAll(row))
                .hasSizeGreaterThan(110)
                .allSatisfy(row -> {
                    assertThat(names.resolve(row.get(0)).orElseThrow().zone().getRules())
                            .isEqualTo(ZoneId.of(row.get(0)).getRules());
                    assertThat(names.resolve(row.get(1))
                                    .orElseThrow()
                                    .zone()
                                    .normalized()
                                    .getRules())
                            .isEqualTo(ZoneId.of(row.get(1)).getRules());
                });
    }

    @Test
    void everyDisplayName_isFound() {
        assertThat(ZoneTable.rows("zone-display-names.tsv"))
                .allSatisfy(row -> assertThat(
                                names.resolve("(UTC+00:00) " + row.get(0)).map(ResolvedZone::zone))
                        .isPresent()
                        .isEqualTo(names.resolve(row.get(1)).map(ResolvedZone::zone)));
    }

    @Test
    void windowsName_ofFixedOffsets() {
        assertThat(names.windowsName(ZoneOffset.UTC)).contains("UTC");
        assertThat(names.windowsName(ZoneId.of("UTC"))).contains("UTC");
        assertThat(names.windowsName(ZoneOffset.ofHours(-2))).contains("UTC-02");
        assertThat(names.windowsName(ZoneOffset.ofHours(13))).contains("UTC+13");
        assertThat(names.windowsName(ZoneOffset.ofHoursMinutes(5, 30))).isEmpty();
    }

    @Test
    void everyIdOfTheJdk_resolvesToAZoneOfTheSameClockToday() {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(ZoneId.getAvailableZoneIds())
                .filteredOn(id -> !id.startsWith("SystemV/"))
                .allSatisfy(id -> assertThat(names.resolve(id)
                                .orElseThrow()
                                .zone()
                                .getRules()
                                .getOffset(now))
                        .isEqualTo(ZoneId.of(id).getRules().getOffset(now)));
    }

    @Test
    void defaults_doNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "en-US")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(ZoneNames.bundled().resolve("INDIAN/MALDIVES").map(ResolvedZone::zone))
                        .isEqualTo(Optional.of(ZoneId.of("Indian/Maldives")));
                assertThat(ZoneNames.bundled()
                                .resolve("PACIFIC TIME (US & CANADA), TIJUANA")
                                .map(ResolvedZone::zone))
                        .isEqualTo(Optional.of(ZoneId.of("America/Los_Angeles")));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
