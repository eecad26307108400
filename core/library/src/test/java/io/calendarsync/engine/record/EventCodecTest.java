package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.RandomEvents;
import io.calendarsync.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    @Test
    void every_event_comes_back_as_it_was() {
        for (long seed = 0; seed < 3_000; seed++) {
            Event event = new RandomEvents(seed).event();

            StoredEvent read = codec.decodeStored(codec.encode(event));

            assertThat(read.event()).as("seed %d", seed).isEqualTo(event);
            assertThat(read.unknown().isEmpty()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void equal_events_give_equal_bytes() {
        for (long seed = 0; seed < 300; seed++) {
            byte[] once = codec.encode(new RandomEvents(seed).event());
            byte[] again = codec.encode(codec.decode(once));

            assertThat(again).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void an_ordinary_event_takes_few_bytes() {
        Event event = ordinary().title("Lunch").build();

        assertThat(new String(codec.encode(event), StandardCharsets.UTF_8))
                .isEqualTo("{\"w\":1,\"r\":1,\"calendar\":\"c\",\"id\":\"e\",\"time\":{\"at\":\"2026-03-01T12:00\","
                        + "\"zone\":\"Europe/Rome\",\"for\":\"PT1H\"},\"details\":{\"title\":\"Lunch\"}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9999})
    void the_first_and_the_last_year_are_kept(int year) {
        EventTime day = new EventTime.AllDay(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        Event event = Event.builder(ordinary().build().ref(), day).build();

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Test
    void a_large_payload_is_deflated_and_comes_back() {
        Event event = ordinary()
                .description(Text.plain("minutes of the meeting ".repeat(5_000)))
                .build();

        byte[] payload = codec.encode(event);

        assertThat(payload).hasSizeLessThan(5_000);
        assertThat(payload[0]).isEqualTo((byte) 1);
        assertThat(codec.decode(payload)).isEqualTo(event);
    }

    @Test
    void a_payload_that_unpacks_without_end_is_refused() {
        byte[] zeros = new byte[Packing.MOST_UNPACKED + 1];
        Arrays.fill(zeros, (byte) ' ');

        assertThatThrownBy(() -> codec.decode(Packing.pack(zeros)))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void a_damaged_payload_is_refused_without_its_content() {
        byte[] whole = codec.encode(new RandomEvents(7).event());
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 200)) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(UnreadablePayload.class);
        }
        byte[] secret = "{\"w\":1,\"r\":1,\"time\":{\"at\":\"secret\"}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> codec.decode(secret))
                .isInstanceOf(UnreadablePayload.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_zone_of_newer_time_zone_data_is_left_to_a_newer_node() {
        String json = new String(codec.encode(ordinary().build()), StandardCharsets.UTF_8);
        byte[] newer = json.replace("Europe/Rome", "Moon/Tycho").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> codec.decode(newer)).isInstanceOf(NewerPayload.class);
    }

    static EventBuilder ordinary() {
        return Event.builder(
                new EventRef(new CalendarId("c"), "e"),
                EventTime.Timed.of(LocalDateTime.of(2026, 3, 1, 12, 0), ZoneId.of("Europe/Rome"), Duration.ofHours(1)));
    }
}
