package io.calendarsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final WorkingHours HOURS = WorkingHours.in(ZoneId.of("Europe/Berlin"))
            .weekdays("13:30-17:00", "09:00-12:30")
            .on(DayOfWeek.SATURDAY, "22:00-02:00")
            .except(FRIDAY, "10:00-24:00")
            .closed(FRIDAY.plusWeeks(1));

    @Test
    void hoursOfADay_areThoseOfItsWeekday_byStart() {
        assertThat(HOURS.of(FRIDAY.minusDays(1))).containsExactly(Hours.of("09:00-12:30"), Hours.of("13:30-17:00"));
        assertThat(HOURS.of(FRIDAY.plusDays(1))).containsExactly(Hours.of("22:00-02:00"));
        assertThat(HOURS.of(FRIDAY.plusDays(2))).isEmpty();
    }

    @Test
    void anException_takesThePlaceOfTheWeekday() {
        assertThat(HOURS.of(FRIDAY)).containsExactly(new Hours(LocalTime.of(10, 0), LocalTime.MIDNIGHT));
        assertThat(HOURS.of(FRIDAY.plusWeeks(1))).isEmpty();
        assertThat(HOURS.of(FRIDAY.plusWeeks(2))).hasSize(2);
    }

    @Test
    void hoursThatDoNotEndAfterTheirStart_endTheNextDay() {
        assertThat(Hours.of("22:00-06:00").endsNextDay()).isTrue();
        assertThat(Hours.of("00:00-24:00").endsNextDay()).isTrue();
        assertThat(Hours.of("09:00-17:00").endsNextDay()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-17", "09:00", "09:00-17:00-18:00", "09:00-25:00", "24:00-10:00", "nine-five"})
    void whatNamesNoHours_isRefusedWithTheWayToWriteThem(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.of(text))
                .withMessageContaining("09:00-17:30")
                .withMessageContaining("'" + text + "'");
    }
}
