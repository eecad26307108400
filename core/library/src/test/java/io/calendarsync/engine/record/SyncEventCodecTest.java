package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.CalendarChange;
import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionChange;
import io.calendarsync.ConnectionState;
import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.EventChange.Provenance;
import io.calendarsync.FieldChange;
import io.calendarsync.LogPosition;
import io.calendarsync.Meaning;
import io.calendarsync.Restarted;
import io.calendarsync.ReviewNeeded;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.plan.EventDiff;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.CompleteEvents;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.HostKey;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.RandomEvents;
import io.calendarsync.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyncEventCodecTest {

    private static final LogPosition POSITION = new LogPosition("log", "0123456789abcdef", 42);
    private static final OwnerId OWNER = new OwnerId("owner \u00e9");
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.000001Z");

    private final SyncEventCodec codec = new SyncEventCodec();

    @Test
    void every_kind_of_entry_comes_back_as_it_was() {
        every().values()
                .forEach(event -> assertThat(codec.decode(codec.encode(event))).isEqualTo(event));
    }

    @Test
    void changes_of_random_events_come_back_as_they_were() {
        EventDiff diff = new EventDiff();
        EventChange.Kind[] kinds = EventChange.Kind.values();
        for (int seed = 0; seed < 1_000; seed++) {
            RandomEvents random = new RandomEvents(seed);
            Event before = random.event();
            Event after = random.event();
            EventChange change = change(
                    kinds[seed % kinds.length],
                    seed % 3 == 0 ? Optional.empty() : Optional.of(before),
                    seed % 3 == 1 ? Optional.empty() : Optional.of(after),
                    diff.between(before, after),
                    new Provenance(EventChange.Origin.OURS, Optional.of(new HostKey("key\u0000")), seed % 2 == 0));

            assertThat(codec.decode(codec.encode(change))).as("seed %d", seed).isEqualTo(change);
        }
    }

    @Test
    void a_long_description_stands_in_the_payload_once_for_each_state() {
        Event before = EventCodecTest.ordinary()
                .description(Text.plain("old".repeat(1_000)))
                .build();
        Event after =
                before.toBuilder().description(Text.plain("new".repeat(1_000))).build();
        EventChange change = change(
                EventChange.Kind.UPDATED,
                Optional.of(before),
                Optional.of(after),
                new EventDiff().between(before, after),
                Provenance.external());

        assertThat(codec.plainSize(change)).isBetween(6_000, 7_000);
        assertThat(codec.decode(codec.encode(change))).isEqualTo(change);
    }

    @Test
    void an_entry_for_newer_readers_only_is_left_alone() {
        byte[] payload = new SyncEventCodec(new Versions(2, 2)).encode(every().get("restarted"));

        assertThatThrownBy(() -> codec.decode(payload)).isInstanceOf(NewerPayload.class);
    }

    @Test
    void what_a_newer_writer_added_is_passed_over() {
        SyncEvent event = every().get("event");
        String json = text(new SyncEventCodec(new Versions(2, 1)).encode(event))
                .replace("\"owner\":", "\"trace\":[{\"x\":[]}],\"owner\":")
                .replace("\"kind\":", "\"score\":{\"a\":1},\"kind\":")
                .replace("\"fields\":[", "\"fields\":[{\"field\":\"MOOD\",\"before\":\"a\",\"after\":\"b\"},")
                .replace("\"meanings\":[", "\"meanings\":[\"CHEERED_UP\",");

        assertThat(codec.decode(bytes(json))).isEqualTo(event);
    }

    @Test
    void an_entry_without_content_is_refused() {
        byte[] payload = bytes("{\"w\":1,\"r\":1,\"log\":\"l\",\"owner\":\"o\",\"at\":\"2026-03-01T08:00:00Z\"}");

        assertThatThrownBy(() -> codec.decode(payload)).isInstanceOf(UnreadablePayload.class);
    }

    @Test
    void entries_are_written_and_read_as_version_1_wrote_them() {
        Map<String, byte[]> written = GoldenPayloads.read("log-1.tsv");
        Map<String, SyncEvent> events = every();

        assertThat(written.keySet()).isEqualTo(events.keySet());
        written.forEach((name, payload) -> {
            assertThat(codec.decode(payload)).isEqualTo(events.get(name));
            assertThat(text(codec.encode(events.get(name)))).isEqualTo(text(payload));
        });
    }

    static Map<String, SyncEvent> every() {
        Map<String, SyncEvent> every = new LinkedHashMap<>();
        CalendarId calendar = new CalendarId("calendar");
        Event before = CompleteEvents.all().get("override");
        Event after = before.toBuilder().title("Lunch").build();
        every.put(
                "event",
                change(
                        EventChange.Kind.UPDATED,
                        Optional.of(before),
                        Optional.of(after),
                        new Difference(
                                List.of(new FieldChange(FieldChange.Field.TITLE, "", "Lunch")),
                                Set.of(Meaning.RETITLED, Meaning.OTHER)),
                        new Provenance(EventChange.Origin.OURS, Optional.of(new HostKey("order 7")), true)));
        every.put(
                "calendar",
                new CalendarChange(
                        POSITION,
                        OWNER,
                        AT,
                        calendar,
                        CalendarState.LISTING,
                        CalendarState.SYNCED,
                        "Read to the end."));
        every.put("review", new ReviewNeeded(POSITION, OWNER, AT, calendar, "plan", 90, 100));
        every.put(
                "connection",
                new ConnectionChange(
                        POSITION,
                        OWNER,
                        AT,
                        new ConnectionId("connection"),
                        ConnectionState.ACTIVE,
                        ConnectionState.PAUSED,
                        "The host asked for it."));
        every.put("restarted", new Restarted(POSITION, OWNER, AT, "Away for 40 days."));
        return every;
    }

    private static EventChange change(
            EventChange.Kind kind,
            Optional<Event> before,
            Optional<Event> after,
            Difference difference,
            Provenance provenance) {
        return new EventChange(POSITION, OWNER, AT, kind, before, after, difference, provenance);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
