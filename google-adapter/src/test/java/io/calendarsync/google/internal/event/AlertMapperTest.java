package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.Reminder.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertMapperTest {

    private static ObjectNode object(String json) {
        return Json.parse(json).orElseThrow();
    }

    private static Reminder minutes(int minutes, Method method) {
        return new Reminder(Duration.ofMinutes(minutes), method);
    }

    @Test
    void reminders_of_the_event_are_read_and_those_of_its_calendar_are_not_its() {
        assertThat(AlertMapper.read(object("""
                        {"reminders":{"useDefault":false,"overrides":[{"method":"email","minutes":1440},
                        {"method":"popup","minutes":0},{"method":"hologram","minutes":"5"},{"method":"popup"}]}}""")))
                .containsExactly(minutes(1440, Method.EMAIL), minutes(0, Method.DISPLAY), minutes(5, Method.DISPLAY));
        assertThat(AlertMapper.read(object(
                        "{\"reminders\":{\"useDefault\":true,\"overrides\":[{\"method\":\"popup\",\"minutes\":1}]}}")))
                .isEmpty();
        assertThat(AlertMapper.read(Json.object())).isEmpty();
    }

    @Test
    void reminders_are_written_in_place_of_the_calendars_and_what_else_there_is_stays() {
        ObjectNode event = object("{\"reminders\":{\"useDefault\":true,\"new\":1}}");

        assertThat(AlertMapper.write(List.of(minutes(10, Method.AUDIO), minutes(40_320, Method.EMAIL)), event))
                .isEmpty();

        assertThat(event).isEqualTo(object("""
                        {"reminders":{"useDefault":false,"new":1,"overrides":[{"method":"popup","minutes":10},
                        {"method":"email","minutes":40320}]}}"""));
    }

    @Test
    void what_google_has_no_room_for_is_refused() {
        assertThat(AlertMapper.write(
                        IntStream.range(0, 6)
                                .mapToObj(i -> minutes(i, Method.DISPLAY))
                                .toList(),
                        Json.object()))
                .isPresent();
        assertThat(AlertMapper.write(List.of(minutes(40_321, Method.DISPLAY)), Json.object()))
                .isPresent();
        assertThat(AlertMapper.write(List.of(minutes(-1, Method.DISPLAY)), Json.object()))
                .isPresent();
        assertThat(AlertMapper.write(List.of(new Reminder(Duration.ofSeconds(30), Method.DISPLAY)), Json.object()))
                .isPresent();
    }
}
