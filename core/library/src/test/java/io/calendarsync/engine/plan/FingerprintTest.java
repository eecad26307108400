package io.calendarsync.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.engine.record.EventCodec;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.CompleteEvents;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.Mutation;
import io.calendarsync.model.Mutations;
import io.calendarsync.model.Participants;
import io.calendarsync.model.RandomEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final Fingerprint fingerprint = new Fingerprint();
    private final EventDiff diff = new EventDiff();

    @Test
    void a_change_of_any_content_gives_another_fingerprint_and_only_its_fields_differ() {
        List<Mutation> mutations = Mutations.all();
        for (long seed = 0; seed < 20; seed++) {
            Event event = new RandomEvents(seed).event();
            for (Mutation mutation : mutations) {
                Event one = mutation.one().apply(event);
                Event other = mutation.other().apply(event);

                assertThat(fingerprint.of(one).equals(fingerprint.of(other)))
                        .as("seed %d, %s", seed, mutation)
                        .isEqualTo(mutation.fields().isEmpty());
                assertThat(diff.between(one, other).fields())
                        .as("seed %d, %s", seed, mutation)
                        .extracting(change -> change.field())
                        .containsExactlyInAnyOrderElementsOf(mutation.fields());
            }
        }
    }

    @Test
    void differences_are_empty_exactly_where_fingerprints_are_equal() {
        for (long seed = 0; seed < 2_000; seed++) {
            // Two generators of nearly the same seed, or of the same one.
            Event one = new RandomEvents(seed).event();
            Event other = new RandomEvents(seed + seed % 2).event();

            assertThat(diff.between(one, other).isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(fingerprint.of(one).equals(fingerprint.of(other)));
        }
    }

    @Test
    void an_event_that_was_stored_has_the_fingerprint_of_the_one_received() {
        EventCodec codec = new EventCodec();
        for (long seed = 0; seed < 1_000; seed++) {
            Event event = new RandomEvents(seed).event();

            assertThat(fingerprint.of(codec.decode(codec.encode(event))))
                    .as("seed %d", seed)
                    .isEqualTo(fingerprint.of(event));
        }
    }

    @Test
    void the_order_of_attendees_categories_and_properties_is_no_content() {
        for (long seed = 0; seed < 500; seed++) {
            Event event = new RandomEvents(seed).event();
            Event shuffled = shuffled(event, new Random(seed));

            assertThat(fingerprint.of(shuffled)).as("seed %d", seed).isEqualTo(fingerprint.of(event));
            assertThat(diff.between(event, shuffled).isEmpty()).isTrue();
        }
    }

    /** A store holds these: where this fails, the algorithm's number has to rise. */
    @Test
    void the_algorithm_gives_what_it_always_gave() {
        Map<String, String> pinned = Map.of(
                "series", "1:QaETAq-bmTaDow6HVnIqYQ",
                "override", "1:96zqFATRbtvrHxzUvehScw",
                "all-day", "1:d779n9yreFuKDfb0BJd1NQ",
                "floating", "1:HhVdvhUb_ovfqTNRXtPLFQ",
                "flight", "1:pGh_n7LwwuAcrEjwXYvOlg");

        CompleteEvents.all()
                .forEach((name, event) ->
                        assertThat(fingerprint.of(event)).as(name).isEqualTo(pinned.get(name)));
    }

    @Test
    void fingerprints_of_two_algorithms_do_not_compare() {
        String ours = fingerprint.of(new RandomEvents(1).event());

        assertThat(fingerprint.sameAlgorithm(ours, fingerprint.of(new RandomEvents(2).event())))
                .isTrue();
        assertThat(fingerprint.sameAlgorithm(ours, "1" + ours)).isFalse();
        assertThat(fingerprint.sameAlgorithm("1" + ours, ours)).isFalse();
        assertThat(fingerprint.sameAlgorithm("", ours)).isFalse();
        assertThat(fingerprint.sameAlgorithm("abc", "abc")).isFalse();
    }

    private static Event shuffled(Event event, Random random) {
        Details details = event.details();
        List<String> categories = new ArrayList<>(details.categories());
        List<Attendee> attendees = new ArrayList<>(event.participants().attendees());
        Collections.shuffle(categories, random);
        Collections.shuffle(attendees, random);
        return event.toBuilder()
                .details(new Details(
                        details.title(),
                        details.description(),
                        details.locations(),
                        details.conference(),
                        details.reminders(),
                        categories,
                        details.color(),
                        details.attachments()))
                .participants(new Participants(
                        event.participants().organizer(),
                        attendees,
                        event.participants().complete()))
                .build();
    }
}
