package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.FieldChange;
import io.calendarsync.LogPosition;
import io.calendarsync.engine.plan.EventDiff;
import io.calendarsync.engine.plan.Fingerprint;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.Extensions;
import io.calendarsync.model.Giants;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ProviderExtras;
import io.calendarsync.model.RandomEvents;
import io.calendarsync.model.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** History H12: one giant never fails its page. */
class PayloadFitTest {

    private static final int MOST = 256 * 1024;

    private final EventCodec codec = new EventCodec();
    private final PayloadFit fit = new PayloadFit(codec);
    private final Fingerprint fingerprint = new Fingerprint();

    @Test
    void what_fits_is_left_alone() {
        for (long seed = 0; seed < 500; seed++) {
            Event event = new RandomEvents(seed).event();

            assertThat(fit.fit(event, MOST)).isSameAs(event);
        }
    }

    @Test
    void the_bound_is_never_below_the_size() {
        for (long seed = 0; seed < 500; seed++) {
            Event event = new RandomEvents(seed).event();

            assertThat(PayloadBound.of(event)).isGreaterThanOrEqualTo(codec.plainSize(event));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_giant_fits_says_so_and_stays_what_it_is(Giants giant) {
        for (int most : new int[] {PayloadFit.LEAST_BYTES, MOST}) {
            Event cut = fit.fit(giant.event(), most);

            assertThat(codec.plainSize(cut)).isLessThanOrEqualTo(most);
            assertThat(codec.encode(cut).length).isLessThanOrEqualTo(most);
            assertThat(codec.decode(codec.encode(cut))).isEqualTo(cut);
            assertThat(cut.time()).isEqualTo(giant.event().time());
            assertThat(cut.degradations()).extracting(Degradation::reason).contains(Degradation.Reason.TOO_LARGE);
            assertThat(fit.fit(cut, most))
                    .as("a second cut finds nothing to do")
                    .isEqualTo(cut);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_giant_listed_again_is_unchanged_and_an_edit_in_what_was_cut_is_a_change(Giants giant) {
        Event cut = fit.fit(giant.event(), MOST);

        Event again = fit.fit(
                giant.event().toBuilder()
                        .etag("another".repeat(60))
                        .sequence(Long.MAX_VALUE)
                        .updated(Instant.parse("2026-03-01T08:00:00.123456789Z"))
                        .build(),
                MOST);
        assertThat(fingerprint.of(again)).isEqualTo(fingerprint.of(cut));
        assertThat(fingerprint.of(fit.fit(giant.edited(), MOST))).isNotEqualTo(fingerprint.of(cut));
    }

    @Test
    void the_providers_json_goes_first_and_is_no_degradation() {
        Event event = withExtras(EventCodecTest.ordinary().build(), "{\"a\":\"" + "x".repeat(5_000_000) + "\"}");

        Event cut = fit.fit(event, MOST);

        assertThat(cut.extensions().extras().json()).startsWith("{\"calendarsync:cut\":\"[cut: 5000008 characters, ");
        assertThat(cut.degradations()).isEmpty();
        assertThat(fingerprint.of(cut)).isEqualTo(fingerprint.of(event));
    }

    @Test
    void whether_the_providers_json_is_there_decides_nothing_about_the_content() {
        for (int length = MOST - 8_000; length < MOST; length += 500) {
            Event bare = EventCodecTest.ordinary()
                    .description(Text.plain("x".repeat(length)))
                    .build();

            assertThat(fingerprint.of(fit.fit(withExtras(bare, "{\"a\":\"" + "y".repeat(4_000) + "\"}"), MOST)))
                    .as("length %d", length)
                    .isEqualTo(fingerprint.of(fit.fit(bare, MOST)));
        }
    }

    @Test
    void a_uid_of_10_kB_is_kept_whole() {
        Event event = EventCodecTest.ordinary().uid("u".repeat(10_000)).build();

        assertThat(fit.fit(event, MOST)).isEqualTo(event);
    }

    @Test
    void the_order_of_attendees_does_not_decide_which_stay() {
        Event event = Giants.ATTENDEES.event();
        List<Attendee> shuffled = new ArrayList<>(event.participants().attendees());
        Collections.shuffle(shuffled, new Random(1));
        Event other = event.toBuilder()
                .participants(new Participants(Optional.empty(), shuffled, true))
                .build();

        assertThat(fingerprint.of(fit.fit(other, MOST))).isEqualTo(fingerprint.of(fit.fit(event, MOST)));
        assertThat(fit.fit(event, MOST).participants().self()).isPresent();
        assertThat(fit.fit(event, MOST).participants().complete()).isFalse();
    }

    @Test
    void a_change_between_giants_fits_the_least_store() {
        ChangeFit changeFit = new ChangeFit(new SyncEventCodec(), fit);
        for (Giants giant : Giants.values()) {
            Event before = fit.fit(giant.event(), MOST);
            Event after = fit.fit(giant.edited(), MOST);
            EventChange change = change(before, after, new EventDiff().between(before, after));

            EventChange cut = changeFit.fit(change, MOST);

            byte[] payload = new SyncEventCodec().encode(cut);
            assertThat(payload.length).as(giant.name()).isLessThanOrEqualTo(MOST);
            assertThat(new SyncEventCodec().decode(payload)).isEqualTo(cut);
            assertThat(cut.fields())
                    .extracting(FieldChange::field)
                    .containsExactlyElementsOf(
                            change.fields().stream().map(FieldChange::field).toList());
            assertThat(changeFit.fit(cut, MOST)).isEqualTo(cut);
        }
        assertThat(ChangeFit.LEAST_BYTES).isLessThanOrEqualTo(MOST);
    }

    private static EventChange change(Event before, Event after, Difference difference) {
        return new EventChange(
                new LogPosition("log", "0123456789abcdef", 1),
                new OwnerId("owner"),
                Instant.EPOCH,
                EventChange.Kind.UPDATED,
                Optional.of(before),
                Optional.of(after),
                difference,
                EventChange.Provenance.external());
    }

    private static Event withExtras(Event event, String json) {
        return event.toBuilder()
                .extensions(new Extensions(Map.of(), new ProviderExtras(json), List.of()))
                .build();
    }
}
