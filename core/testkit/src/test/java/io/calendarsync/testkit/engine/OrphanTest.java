package io.calendarsync.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.EventChange;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.OwnerId;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.testkit.SyncLab;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A series is deleted, and the round that says so also tells of one of its instances, beside it or later: deltas are in
 * no order. Of an instance without a series nobody would ever say that it is gone.
 */
class OrphanTest {

    private static final EventRef SERIES = new EventRef(new CalendarId("only"), "series");

    private boolean deleted;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInstanceToldBesideTheEndOfItsSeries_orAfterIt_goesAlong(boolean onePage) {
        try (SyncLab lab = Fixture.lab()
                .with(builder ->
                        builder.provider(new ScriptedProvider(() -> from -> onePage ? both(from) : oneByOne(from))))) {
            CalendarId id = lab.sync()
                    .connections()
                    .connectFeed(new OwnerId("anna"), URI.create("scripted:feed"), ZoneOffset.UTC)
                    .calendar()
                    .id();
            lab.settle();
            assertThat(Fixture.titles(lab, id)).containsExactly("Series");

            deleted = true;
            lab.advance(Duration.ofHours(1));

            assertThat(Fixture.titles(lab, id)).isEmpty();
            assertThat(Fixture.changes(lab.delivered("host")))
                    .extracting(EventChange::kind)
                    .containsExactly(EventChange.Kind.CREATED, EventChange.Kind.DELETED);
        }
    }

    private ChangePage both(Position from) {
        if (from instanceof Position.Cursor && deleted) {
            return new ChangePage(Coverage.CHANGES, List.of(gone(), instance()), new Position.Cursor("end"));
        }
        return before(from);
    }

    private ChangePage oneByOne(Position from) {
        if (from instanceof Position.Cursor && deleted) {
            return new ChangePage(Coverage.CHANGES, List.of(gone()), new Position.NextPage(from, "second"));
        }
        if (from instanceof Position.NextPage) {
            return new ChangePage(Coverage.CHANGES, List.of(instance()), new Position.Cursor("end"));
        }
        return before(from);
    }

    private static ChangePage before(Position from) {
        return from instanceof Position.Start
                ? new ChangePage(Coverage.LISTING, List.of(series()), new Position.Cursor("begin"))
                : new ChangePage(Coverage.CHANGES, List.of(), new Position.Cursor("begin"));
    }

    private static RemoteChange series() {
        return new RemoteChange.Present(Event.builder(SERIES, Fixture.at(9))
                .title("Series")
                .recurrence(Recurrence.of("FREQ=DAILY"))
                .build());
    }

    private static RemoteChange gone() {
        return new RemoteChange.Gone(SERIES.eventId());
    }

    private static RemoteChange instance() {
        EventRef ref = new EventRef(SERIES.calendarId(), "instance");
        RecurrenceId at = new RecurrenceId.Zoned(Fixture.at(9).start().plusDays(2), Fixture.BERLIN);
        return new RemoteChange.Present(Event.builder(ref, Fixture.at(10))
                .title("Instance")
                .overrides(SERIES.eventId(), at)
                .build());
    }
}
