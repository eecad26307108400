package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.calendarsync.model.Interval;
import io.calendarsync.spi.provider.FreeBusySession;
import io.calendarsync.spi.provider.FreeBusySession.FreeBusy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider that tells when calendars are busy tells it of those it knows, and of no other. */
interface BusyTimes extends Starts {

    /** Busy times are those of the events, cut to what was asked; a calendar nobody knows is not free. */
    @Test
    default void busyTimes_areThoseOfTheEventsAndUnknownCalendarsAreNotFree() {
        try (Workbench bench = bench()) {
            bench.standInThat(ProviderUnderTest.TellsBusy.class);
            bench.putSamples(4);
            Interval first = bench.time(0).span(Workbench.ZONE);
            Interval second = bench.time(1).span(Workbench.ZONE);
            Interval asked = new Interval(
                    first.start().plus(Duration.ofMinutes(15)), second.end().plus(Duration.ofHours(1)));

            Map<String, FreeBusy> told = assertInstanceOf(FreeBusySession.class, bench.open())
                    .freeBusy(List.of(bench.calendar(), "nobody@contract.example"), asked);

            assertEquals(
                    new FreeBusy.Busy(List.of(new Interval(asked.start(), first.end()), second)),
                    told.get(bench.calendar()));
            assertInstanceOf(FreeBusy.Unknown.class, told.get("nobody@contract.example"));
        }
    }
}
