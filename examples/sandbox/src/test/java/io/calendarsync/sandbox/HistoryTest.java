package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Histories from seeds: somebody edits at random while a client that follows the rules of the sync guide pages. Whatever
 * the order, the client ends with what a whole listing shows.
 */
class HistoryTest {

    private static final int SEEDS = 60;

    private static final int STEPS = 60;

    @Test
    void a_client_that_follows_the_guide_ends_with_what_is_there() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (GoogleSandbox sandbox = GoogleSandbox.builder().seed(seed).start()) {
                new History(sandbox, new SplittableRandom(seed)).run("seed " + seed);
            }
        }
    }

    @Test
    void the_same_seed_makes_the_same_ids_tokens_and_tags() {
        String one = listed(7);

        assertThat(listed(7)).isEqualTo(one);
        assertThat(listed(8)).isNotEqualTo(one);
    }

    private static String listed(long seed) {
        try (GoogleSandbox sandbox = GoogleSandbox.builder().seed(seed).start()) {
            sandbox.user("ada@example.com").primary().add(History.SINGLE);
            return sandbox.clientSecret()
                    + Wire.of(sandbox, "ada@example.com")
                            .get("calendars/primary/events")
                            .text();
        }
    }

    /** One calendar, edited and followed. */
    private static final class History {

        static final String SINGLE = "{\"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-11\"}}";

        private static final String SERIES = SINGLE.replace("}}", "}, \"recurrence\": [\"RRULE:FREQ=DAILY;COUNT=6\"]}");

        private final GoogleSandbox sandbox;
        private final SplittableRandom random;
        private final SandboxCalendar calendar;
        private final SandboxCalendar other;
        private final Wire wire;
        private final List<String> known = new ArrayList<>();
        private final Map<String, JsonNode> kept = new HashMap<>();
        private String token = "";
        private boolean quiet;

        History(GoogleSandbox sandbox, SplittableRandom random) {
            this.sandbox = sandbox;
            this.random = random;
            SandboxUser ada = sandbox.user("ada@example.com");
            calendar = ada.primary();
            other = ada.addCalendar("Other");
            wire = Wire.of(sandbox, "ada@example.com");
        }

        void run(String name) {
            for (int step = 0; step < STEPS; step++) {
                edit();
                if (random.nextInt(5) == 0) {
                    sync();
                }
            }
            quiet = true;
            sync();
            assertThat(brief(kept)).as(name).isEqualTo(brief(listing()));
            assertThat(kept).isEqualTo(listing());
            kept.forEach((id, event) -> assertThat(
                            wire.get("calendars/primary/events/" + id).fine().path("etag"))
                    .as(name)
                    .isEqualTo(event.path("etag")));
        }

        private static String brief(Map<String, JsonNode> events) {
            StringBuilder brief = new StringBuilder();
            new TreeMap<>(events)
                    .forEach((id, event) -> brief.append(id)
                            .append(' ')
                            .append(event.path("status").asText())
                            .append(' ')
                            .append(event.path("etag").asText())
                            .append('\n'));
            return brief.toString();
        }

        private void edit() {
            String id = known.isEmpty() ? "" : known.get(random.nextInt(known.size()));
            try {
                switch (id.isEmpty() ? 0 : random.nextInt(12)) {
                    case 0, 1 -> known.add(calendar.add(SINGLE));
                    case 2, 3 -> known.add(calendar.add(SERIES));
                    case 4, 5 -> calendar.edit(id, "{\"summary\": \"" + random.nextInt(1000) + "\"}");
                    case 6 -> calendar.edit(instance(id), "{\"summary\": \"" + random.nextInt(1000) + "\"}");
                    case 7 -> calendar.delete(instance(id));
                    case 8 -> calendar.delete(id);
                    case 9 -> calendar.edit(id, "{\"status\": \"confirmed\"}");
                    case 10 ->
                        calendar.edit(
                                id, "{\"recurrence\": [\"RRULE:FREQ=DAILY;COUNT=" + (1 + random.nextInt(6)) + "\"]}");
                    default -> moveOrSplit(id);
                }
            } catch (IllegalArgumentException refused) {
                // Google refuses to cancel what is cancelled, and the like: then nothing happens.
                assertThat(refused.getMessage()).matches("4\\d\\d .*");
            }
        }

        private void moveOrSplit(String id) {
            switch (random.nextInt(4)) {
                case 0 -> calendar.move(id, other);
                case 1 -> other.move(id, calendar);
                case 2 ->
                    known.add(calendar.editFollowing(id, "2026-01-1" + random.nextInt(5), "{\"summary\": \"x\"}"));
                default -> calendar.invalidateSyncTokens();
            }
        }

        private String instance(String id) {
            return id + "_2026011" + random.nextInt(6);
        }

        private void sync() {
            boolean full = token.isEmpty();
            Map<String, JsonNode> seen = new HashMap<>();
            String page = "";
            while (true) {
                if (random.nextInt(3) == 0) {
                    sandbox.lists().nextPages(random.nextInt(3));
                }
                Wire.Reply reply = wire.get("calendars/primary/events?maxResults=" + (1 + random.nextInt(4))
                        + (full ? "" : "&syncToken=" + token) + page);
                if (reply.status() == 410) {
                    token = "";
                    sync();
                    return;
                }
                reply.fine()
                        .path("items")
                        .forEach(item -> seen.put(item.path("id").asText(), item));
                if (!quiet && random.nextInt(4) == 0) {
                    edit();
                }
                if (!reply.json().has("nextPageToken")) {
                    token = reply.json().path("nextSyncToken").asText();
                    break;
                }
                page = "&pageToken=" + reply.json().path("nextPageToken").asText();
            }
            if (full) {
                kept.clear();
            }
            seen.values().forEach(this::apply);
        }

        /** A cancelled instance stays as long as its series; any other cancelled event goes, and its instances with it. */
        private void apply(JsonNode item) {
            String id = item.path("id").asText();
            if (!item.path("status").asText().equals("cancelled") || item.has("recurringEventId")) {
                kept.put(id, item);
            } else {
                kept.remove(id);
                kept.values()
                        .removeIf(each -> each.path("recurringEventId").asText().equals(id));
            }
        }

        private Map<String, JsonNode> listing() {
            Map<String, JsonNode> all = new HashMap<>();
            String page = "";
            do {
                JsonNode list = wire.get("calendars/primary/events?maxResults=2500" + page)
                        .fine();
                list.path("items").forEach(item -> all.put(item.path("id").asText(), item));
                page = list.has("nextPageToken")
                        ? "&pageToken=" + list.path("nextPageToken").asText()
                        : "";
            } while (!page.isEmpty());
            return all;
        }
    }
}
