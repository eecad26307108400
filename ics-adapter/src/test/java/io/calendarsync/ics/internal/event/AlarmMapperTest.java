package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Reminder;
import io.calendarsync.model.Reminder.Method;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmMapperTest {

    private static List<Reminder> reminders(String... alarm) {
        return event(
                        "DTSTART:20260301T090000Z",
                        "DTEND:20260301T100000Z",
                        "BEGIN:VALARM",
                        String.join("\r\n", alarm),
                        "END:VALARM")
                .details()
                .reminders();
    }

    @ParameterizedTest
    @CsvSource({
        "-PT15M, PT15M",
        "-P1D, PT24H",
        "-P1W, PT168H",
        "PT0S, PT0S",
        "PT10M, -PT10M",
    })
    void a_trigger_is_relative_to_the_start(String trigger, Duration before) {
        assertThat(reminders("ACTION:DISPLAY", "TRIGGER:" + trigger))
                .containsExactly(new Reminder(before, Method.DISPLAY));
    }

    @Test
    void a_trigger_may_be_relative_to_the_end() {
        assertThat(reminders("ACTION:AUDIO", "TRIGGER;RELATED=END:-PT15M"))
                .containsExactly(new Reminder(Duration.ofMinutes(-45), Method.AUDIO));
    }

    @Test
    void a_trigger_may_be_a_time() {
        assertThat(reminders("ACTION:EMAIL", "TRIGGER;VALUE=DATE-TIME:20260301T083000Z"))
                .containsExactly(new Reminder(Duration.ofMinutes(30), Method.EMAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACTION:NONE\r\nTRIGGER:-PT5M",
                "ACTION:DISPLAY",
                "ACTION:DISPLAY\r\nTRIGGER:soon",
                "TRIGGER:-PT5M"
            })
    void what_reminds_nobody_is_left_out(String alarm) {
        assertThat(reminders(alarm)).isEmpty();
    }
}
