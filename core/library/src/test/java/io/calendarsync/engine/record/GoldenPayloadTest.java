package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.CompleteEvents;
import io.calendarsync.model.Event;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The format changes on purpose or not at all: see docs/decisions/0005-payloads.md. */
class GoldenPayloadTest {

    private final EventCodec codec = new EventCodec();
    private final Map<String, byte[]> written = GoldenPayloads.read("events-1.tsv");

    @Test
    void what_version_1_wrote_is_read() {
        Map<String, Event> events = CompleteEvents.all();

        assertThat(written.keySet()).isEqualTo(events.keySet());
        written.forEach((name, payload) -> assertThat(codec.decode(payload)).isEqualTo(events.get(name)));
    }

    @Test
    void this_build_writes_what_version_1_wrote() {
        CompleteEvents.all()
                .forEach((name, event) -> assertThat(new String(codec.encode(event), StandardCharsets.UTF_8))
                        .isEqualTo(new String(written.get(name), StandardCharsets.UTF_8)));
    }
}
