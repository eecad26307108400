package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndependenceOfTheJvmTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static List<String> written() {
        List<String> calendars = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            calendars.add(new String(Exports.bytes(new RandomExports(seed, true).calendar()), StandardCharsets.UTF_8));
        }
        return calendars;
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Istanbul",
        "ar-EG-u-nu-arab, Pacific/Apia",
        "th-TH-u-ca-buddhist, Pacific/Kiritimati",
        "en-US, UTC"
    })
    void the_jvms_locale_and_zone_change_no_byte(String language, String zoneId) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        List<String> expected = written();

        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));

        assertThat(written()).isEqualTo(expected);
    }
}
