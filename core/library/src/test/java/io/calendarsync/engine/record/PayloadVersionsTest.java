package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Event;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.ShowAs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** History H42: nodes of two versions share the records of one store. */
class PayloadVersionsTest {

    private final EventCodec ours = new EventCodec(new Versions(1, 1));
    private final EventCodec newer = new EventCodec(new Versions(2, 1));
    private final EventCodec breaking = new EventCodec(new Versions(3, 2));
    private final Event event = EventCodecTest.ordinary()
            .title("Lunch")
            .participants(new Participants(
                    Optional.of(new Organizer(new Person("boss@example.com", ""), false)),
                    List.of(attendee("anna@example.com"), attendee("ben@example.com")),
                    true))
            .build();

    @Test
    void a_payload_for_newer_readers_only_is_left_alone() {
        byte[] payload = breaking.encode(event);

        assertThatThrownBy(() -> ours.decode(payload))
                .isInstanceOfSatisfying(
                        NewerPayload.class, e -> assertThat(e.oldestReader()).isEqualTo(2))
                .hasMessage("payload by writer 3 needs reader 2, this one is 1");
        assertThat(newer.decode(payload)).isEqualTo(event);
    }

    @Test
    void an_older_payload_is_read() {
        assertThat(breaking.decode(ours.encode(event))).isEqualTo(event);
    }

    @Test
    void what_a_newer_writer_added_survives_an_older_writer_byte_for_byte() {
        String added = "{\"deep\": [1.10, 1e400, \"caf\u00e9 \\u00e9\", {\"x\":null}] }";
        String json = text(newer.encode(event))
                .replace("\"details\":{", "\"mood\":" + added + ",\"details\":{\"tone\":-0.50,")
                .replace("\"time\":{", "\"time\":{\"fuzzy\":true,")
                .replace("\"mail\":\"ben@example.com\"", "\"mail\":\"ben@example.com\",\"seat\":\"7b\"");
        StoredEvent read = ours.decodeStored(bytes(json));
        assertThat(read.event()).isEqualTo(event);

        Event moved = event.toBuilder()
                .title("Late lunch")
                .participants(new Participants(
                        Optional.empty(), List.of(attendee("ben@example.com"), attendee("anna@example.com")), true))
                .build();
        String written = text(ours.encode(moved, read.unknown()));

        assertThat(written)
                .startsWith("{\"w\":1,")
                .contains("\"mood\":" + added)
                .contains("\"title\":\"Late lunch\",\"tone\":-0.50}")
                .contains("\"for\":\"PT1H\",\"fuzzy\":true}")
                .contains("{\"mail\":\"ben@example.com\",\"seat\":\"7b\"},{\"mail\":\"anna@example.com\"}");
        assertThat(newer.decode(bytes(written))).isEqualTo(moved);
    }

    @Test
    void what_was_added_to_a_part_of_nothing_but_defaults_survives() {
        String json = text(newer.encode(event)).replace("\"people\"", "\"more\":{\"era\":3},\"people\"");
        StoredEvent read = ours.decodeStored(bytes(json));

        assertThat(read.event()).isEqualTo(event);
        assertThat(text(ours.encode(event, read.unknown()))).contains("\"more\":{\"era\":3}");
    }

    @Test
    void what_was_added_to_an_element_goes_with_the_element() {
        String json = text(newer.encode(event))
                .replace("\"mail\":\"ben@example.com\"", "\"mail\":\"ben@example.com\",\"seat\":\"7b\"");
        StoredEvent read = ours.decodeStored(bytes(json));

        Event without = event.toBuilder()
                .participants(new Participants(Optional.empty(), List.of(attendee("anna@example.com")), true))
                .build();

        assertThat(text(ours.encode(without, read.unknown()))).doesNotContain("seat");
    }

    @Test
    void derived_members_of_a_newer_writer_are_dropped_for_it_to_compute_again() {
        String json = text(newer.encode(event))
                .replace("\"time\":{", "\"~span\":[1,2],\"time\":{\"~utc\":\"2026-03-01T11:00:00Z\",");
        StoredEvent read = ours.decodeStored(bytes(json));

        assertThat(read.event()).isEqualTo(event);
        assertThat(text(ours.encode(event, read.unknown()))).doesNotContain("~");
    }

    @Test
    void an_unknown_constant_reads_as_the_fallback_and_goes_back_as_it_came() {
        String json = text(newer.encode(
                        event.toBuilder().showAs(ShowAs.OUT_OF_OFFICE).build()))
                .replace("OUT_OF_OFFICE", "ASLEEP");
        StoredEvent read = ours.decodeStored(bytes(json));

        assertThat(read.event().disposition().showAs()).isEqualTo(ShowAs.UNKNOWN);
        assertThat(text(ours.encode(read.event(), read.unknown()))).contains("\"showAs\":\"ASLEEP\"");
    }

    @Test
    void an_unknown_constant_gives_way_to_a_value_this_build_sets() {
        String json = text(newer.encode(
                        event.toBuilder().showAs(ShowAs.OUT_OF_OFFICE).build()))
                .replace("OUT_OF_OFFICE", "ASLEEP");
        StoredEvent read = ours.decodeStored(bytes(json));
        Event freed = read.event().toBuilder().showAs(ShowAs.FREE).build();

        assertThat(text(ours.encode(freed, read.unknown())))
                .contains("\"showAs\":\"FREE\"")
                .doesNotContain("ASLEEP");
    }

    @Test
    void a_payload_never_loses_the_oldest_reader_its_unknown_members_ask_for() {
        String json = text(breaking.encode(event)).replace("\"time\"", "\"mood\":1,\"time\"");
        EventCodec second = new EventCodec(new Versions(2, 1));
        StoredEvent read = second.decodeStored(bytes(json));

        assertThat(text(second.encode(event, read.unknown()))).startsWith("{\"w\":2,\"r\":2,");
    }

    @Test
    void a_packing_of_a_newer_writer_is_left_alone() {
        assertThatThrownBy(() -> ours.decode(new byte[] {2, 0, 0})).isInstanceOf(NewerPayload.class);
    }

    @Test
    void a_shape_no_version_we_may_read_can_have_is_refused() {
        String json = text(ours.encode(event)).replace("\"at\":", "\"on\":\"" + LocalDate.EPOCH + "\",\"era\":");

        assertThatThrownBy(() -> ours.decode(bytes(json))).isInstanceOf(UnreadablePayload.class);
    }

    private static Attendee attendee(String address) {
        return new Attendee(new Person(address, ""), AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION, false);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
