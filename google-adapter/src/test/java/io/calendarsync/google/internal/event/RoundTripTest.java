package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.testkit.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever Google sends comes back as it came but for what was to change, and what was to change reads as wanted. */
class RoundTripTest {

    private static final int CASES = 3_000;
    private static final Set<String> DRAFTED = Set.of(
            "start",
            "end",
            "summary",
            "description",
            "location",
            "transparency",
            "visibility",
            "reminders",
            "attendees");

    private final ZoneNames zones = ZoneNames.bundled();
    private final EventReader reader = new EventReader(zones);
    private final EventDrafter drafter = new EventDrafter(zones);

    private Event read(ObjectNode json) {
        byte[] bytes = Json.bytes(json);
        return reader.read(Json.text(json, "id"), Json.text(json, "etag"), bytes, 0, bytes.length);
    }

    @Test
    void an_event_read_from_the_members_that_count_is_the_one_read_from_all() {
        for (long seed = 0; seed < CASES; seed++) {
            ObjectNode json = new RandomEvents(Dice.of(seed)).event();

            Event fromSome = read(json);
            Event fromAll = reader.read(json);

            assertThat(fromSome)
                    .as("seed %d", seed)
                    .isEqualTo(fromAll.toBuilder()
                            .extensions(new Extensions(
                                    fromAll.extensions().properties(),
                                    fromSome.extensions().extras(),
                                    fromAll.extensions().degradations()))
                            .build());
        }
    }

    @Test
    void an_update_of_nothing_sends_back_what_came() {
        for (int seed = 0; seed < CASES; seed++) {
            ObjectNode json = new RandomEvents(Dice.of(seed)).event();
            Event shown = read(json);
            ObjectNode written = Json.parse(shown.extensions().extras().json()).orElseThrow();

            assertThat(drafter.change(EventDraft.builder().build(), shown, written))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(written).as("seed %d", seed).isEqualTo(json);
            assertThat(new String(Json.bytes(written), StandardCharsets.UTF_8))
                    .as("seed %d, to the letter", seed)
                    .isEqualTo(shown.extensions().extras().json());
        }
    }

    @Test
    void a_draft_that_says_what_is_so_already_changes_nothing() {
        for (int seed = 0; seed < CASES; seed++) {
            ObjectNode json = new RandomEvents(Dice.of(seed)).event();
            Event shown = read(json);
            EventDraft same = new EventDraft(
                    Optional.of(shown.time()),
                    Optional.of(shown.title()),
                    Optional.of(shown.details().description()),
                    Optional.of(shown.details().locations()),
                    Optional.of(shown.disposition().showAs()),
                    Optional.of(shown.disposition().visibility()),
                    Json.flag(json.path("reminders"), "useDefault")
                            ? Optional.empty()
                            : Optional.of(shown.details().reminders()),
                    Optional.of(shown.participants().attendees()));
            ObjectNode written = json.deepCopy();

            assertThat(drafter.change(same, shown, written)).as("seed %d", seed).isEmpty();
            assertThat(written).as("seed %d", seed).isEqualTo(json);
        }
    }

    @Test
    void a_new_event_reads_as_its_draft_says() {
        for (int seed = 0; seed < CASES; seed++) {
            EventDraft draft = new RandomEvents(Dice.of(seed)).draft();
            ObjectNode written = Json.object().put("id", "new");

            assertThat(drafter.create(draft, written)).as("seed %d", seed).isEmpty();

            assertShows(draft, read(written), seed);
            assertThat(draft.attendees().orElse(List.of()))
                    .as("seed %d", seed)
                    .isEqualTo(read(written).participants().attendees());
        }
    }

    @Test
    void an_event_that_was_changed_reads_as_the_draft_says_and_has_lost_nothing_else() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomEvents random = new RandomEvents(Dice.of(seed));
            ObjectNode json = random.event();
            EventDraft draft = random.draft();
            ObjectNode written = json.deepCopy();

            boolean special = Set.of("outOfOffice", "workingLocation").contains(Json.text(json, "eventType"));
            Optional<String> complaint = drafter.change(draft, read(json), written);
            if (special && draft.showAs().equals(Optional.of(ShowAs.BUSY)) && complaint.isPresent()) {
                continue;
            }
            assertThat(complaint).as("seed %d", seed).isEmpty();

            assertShows(draft, read(written), seed);
            assertThat(written.deepCopy().remove(DRAFTED))
                    .as("seed %d", seed)
                    .isEqualTo(json.deepCopy().remove(DRAFTED));
            Set<String> invited = new TreeSet<>();
            Json.objects(json, "attendees").stream()
                    .filter(entry -> draft.attendees().isEmpty() || Json.flag(entry, "organizer"))
                    .forEach(entry -> invited.add(Json.text(entry, "email")));
            draft.attendees()
                    .ifPresent(
                            all -> all.forEach(one -> invited.add(one.person().address())));
            assertThat(Json.objects(written, "attendees"))
                    .as("seed %d", seed)
                    .extracting(entry -> Json.text(entry, "email"))
                    .containsExactlyInAnyOrderElementsOf(invited);
        }
    }

    private static void assertShows(EventDraft draft, Event event, int seed) {
        List<Object> wanted = new ArrayList<>();
        List<Object> shown = new ArrayList<>();
        draft.time().ifPresent(time -> add(wanted, time, shown, event.time()));
        draft.title().ifPresent(title -> add(wanted, title, shown, event.title()));
        draft.description()
                .ifPresent(text -> add(wanted, text, shown, event.details().description()));
        draft.locations()
                .ifPresent(places -> add(wanted, places, shown, event.details().locations()));
        draft.showAs()
                .ifPresent(
                        showAs -> add(wanted, showAs, shown, event.disposition().showAs()));
        draft.visibility()
                .ifPresent(who -> add(wanted, who, shown, event.disposition().visibility()));
        draft.reminders()
                .ifPresent(reminders ->
                        add(wanted, reminders, shown, event.details().reminders()));
        assertThat(shown).as("seed %d", seed).isEqualTo(wanted);
    }

    private static void add(List<Object> wanted, Object want, List<Object> shown, Object show) {
        wanted.add(want);
        shown.add(show);
    }
}
