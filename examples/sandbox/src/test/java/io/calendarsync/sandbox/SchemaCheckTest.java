package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check that all other tests rest on can fail. Skipped where Google's schema is not at hand; theirs is unasked then. */
class SchemaCheckTest {

    private static Discovery discovery;

    @BeforeAll
    static void find() {
        assumeTrue(Discovery.found().isPresent(), "no discovery document: no answer of any test is checked");
        discovery = Discovery.found().orElseThrow();
    }

    private static List<String> complaints(String schema, String json) throws JsonProcessingException {
        return SchemaCheck.complaints(discovery, schema, Wire.JSON.readTree(json));
    }

    @Test
    void what_fits_is_fine() throws JsonProcessingException {
        assertThat(complaints("Event", "{\"id\": \"abc\", \"start\": {\"date\": \"2026-01-10\"}, \"sequence\": 0}"))
                .isEmpty();
    }

    @Test
    void every_kind_of_misfit_is_found() throws JsonProcessingException {
        assertThat(complaints("Event", "{\"eventLabelId\": \"1\"}")).hasSize(1);
        assertThat(complaints("Event", "{\"summary\": 1}")).hasSize(1);
        assertThat(complaints("Event", "{\"summary\": null}")).hasSize(1);
        assertThat(complaints("Event", "{\"locked\": \"true\"}")).hasSize(1);
        assertThat(complaints("Event", "{\"sequence\": 1.5}")).hasSize(1);
        assertThat(complaints("Event", "{\"start\": {\"date\": \"2026-1-10\"}}"))
                .hasSize(1);
        assertThat(complaints("Event", "{\"start\": {\"dateTime\": \"2026-01-10T09:00:00\"}}"))
                .hasSize(1);
        assertThat(complaints("Event", "{\"attendees\": {}}")).hasSize(1);
        assertThat(complaints("Event", "{\"attendees\": [{\"mail\": \"x\"}]}")).hasSize(1);
        assertThat(complaints("Event", "{\"extendedProperties\": {\"private\": {\"a\": 1}}}"))
                .hasSize(1);
        assertThat(complaints("Event", "[]")).isNotEmpty();
        assertThat(complaints("Channel", "{\"expiration\": 1}")).isNotEmpty();
        assertThat(complaints("Channel", "{\"expiration\": \"soon\"}")).hasSize(1);
    }

    @Test
    void an_answer_that_no_schema_knows_fails_the_test_that_got_it() {
        try (GoogleSandbox sandbox = GoogleSandbox.start()) {
            SandboxCalendar calendar = sandbox.user("ada@example.com").primary();
            String event = calendar.add("{\"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-11\"}}");
            calendar.decorate(event, "{\"eventLabelId\": \"7\"}");
            Wire wire = Wire.of(sandbox, "ada@example.com");

            assertThatThrownBy(() -> wire.get("calendars/primary/events/" + event))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("eventLabelId");
        }
    }
}
