package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Disposition;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingMapperTest {

    @Test
    void an_event_that_says_nothing_is_confirmed_and_busy() {
        assertThat(event("SUMMARY:x").disposition()).isEqualTo(Disposition.ordinary());
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, CONFIRMED",
        "tentative, TENTATIVE",
        "CANCELLED, CANCELLED",
        "CANCELED, CANCELLED",
        "X-OTHER, CONFIRMED",
    })
    void status(String value, EventStatus meant) {
        assertThat(event("STATUS:" + value).disposition().status()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"TRANSPARENT, FREE", "transparent, FREE", "OPAQUE, BUSY", "X-OTHER, BUSY"})
    void transparency(String value, ShowAs meant) {
        assertThat(event("TRANSP:" + value).disposition().showAs()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "FREE, OPAQUE, FREE",
        "TENTATIVE, OPAQUE, TENTATIVE",
        "BUSY, TRANSPARENT, BUSY",
        "OOF, OPAQUE, OUT_OF_OFFICE",
        "WORKINGELSEWHERE, OPAQUE, WORKING_ELSEWHERE",
        "X-OTHER, TRANSPARENT, FREE",
    })
    void outlooks_word_wins_over_transparency(String status, String transparency, ShowAs meant) {
        assertThat(event("TRANSP:" + transparency, "X-MICROSOFT-CDO-BUSYSTATUS:" + status)
                        .disposition()
                        .showAs())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, PUBLIC", "PRIVATE, PRIVATE", "CONFIDENTIAL, CONFIDENTIAL", "X-SECRET, PRIVATE"})
    void a_class_nobody_knows_is_private(String value, Visibility meant) {
        assertThat(event("CLASS:" + value).disposition().visibility()).isEqualTo(meant);
    }
}
