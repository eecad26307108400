package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.Answer;
import io.calendarsync.FaultSource;
import io.calendarsync.Gap;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.Slot;
import io.calendarsync.SlotQuery;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.Recurrence;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A series is split in two: it ends, and another goes on. Whoever has read the page with its end and not the one with its
 * continuation does not know when the owner is free.
 */
class TornCalendarTest {

    private static final OwnerId ANNA = new OwnerId("anna");
    private static final Interval LATER =
            new Interval(Instant.parse("2026-05-04T00:00:00Z"), Instant.parse("2026-05-05T00:00:00Z"));

    private boolean split;
    private boolean fails;

    @Test
    void whatARoundHasChangedInPart_isNotKnown_acrossACrash_untilARoundEnds() {
        try (SyncLab lab = Fixture.lab().with(builder -> builder.provider(new ScriptedProvider(() -> this::page)))) {
            CalendarId id = lab.sync()
                    .connections()
                    .connectFeed(ANNA, URI.create("scripted:feed"), ZoneOffset.UTC)
                    .calendar()
                    .id();
            lab.settle();
            assertThat(slots(lab).unknown()).isEmpty();

            split = true;
            fails = true;
            lab.advance(Duration.ofHours(1));
            assertThat(slots(lab).items()).isEmpty();
            assertThat(slots(lab).unknown()).containsExactly(new Gap(id, LATER, Gap.Why.CHANGING));

            lab.crashAndRestart();
            assertThat(slots(lab).unknown()).containsExactly(new Gap(id, LATER, Gap.Why.CHANGING));

            fails = false;
            lab.advance(Duration.ofHours(6));
            assertThat(slots(lab).unknown()).isEmpty();
            assertThat(slots(lab).items()).hasSize(23);
        }
    }

    private ChangePage page(Position from) {
        if (from instanceof Position.NextPage) {
            if (fails) {
                throw new ProviderUnavailable("the second page cannot be read", FaultSource.unknown());
            }
            List<RemoteChange> second = split ? List.of(daily("continuation", "FREQ=DAILY")) : List.of();
            return new ChangePage(Coverage.SNAPSHOT, second, new Position.Cursor("end"));
        }
        RemoteChange first = daily("series", split ? "FREQ=DAILY;UNTIL=20260401T000000Z" : "FREQ=DAILY");
        return new ChangePage(Coverage.SNAPSHOT, List.of(first), new Position.NextPage(from, "second"));
    }

    private static RemoteChange daily(String uid, String rule) {
        return new RemoteChange.Present(Event.builder(new EventRef(new CalendarId("only"), uid), Fixture.at(9))
                .uid(uid)
                .recurrence(Recurrence.of(rule))
                .build());
    }

    private static Answer<Slot> slots(SyncLab lab) {
        return lab.sync().agenda().slots(SlotQuery.of(ANNA, LATER, Duration.ofHours(1)));
    }
}
