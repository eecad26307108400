package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.provider.FreeBusySession;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WatchableSession;
import io.calendarsync.spi.provider.WritableSession;
import org.junit.jupiter.api.Test;

/**
 * What a session offers is what its provider can do: an ability that is offered works, see the suites beside this one, and
 * one that is not there is not offered.
 */
interface Abilities extends Starts {

    /** Sessions write exactly where the stand-in takes writes. */
    @Test
    default void writes_areOfferedExactlyWhereTheStandInTakesThem() {
        assertOffered(ProviderUnderTest.TakesWrites.class, WritableSession.class);
    }

    /** Sessions watch exactly where the stand-in can be watched. */
    @Test
    default void watches_areOfferedExactlyWhereTheStandInCanBeWatched() {
        assertOffered(ProviderUnderTest.Watches.class, WatchableSession.class);
    }

    /** Sessions tell when calendars are busy exactly where the stand-in does. */
    @Test
    default void busyTimes_areOfferedExactlyWhereTheStandInTellsThem() {
        assertOffered(ProviderUnderTest.TellsBusy.class, FreeBusySession.class);
    }

    private void assertOffered(Class<? extends ProviderUnderTest> declared, Class<? extends ProviderSession> offered) {
        try (Workbench bench = bench()) {
            assertEquals(
                    declared.isInstance(bench.standIn()),
                    offered.isInstance(bench.open()),
                    () -> "a stand-in is a " + declared.getSimpleName() + " exactly where sessions are a "
                            + offered.getSimpleName());
        }
    }
}
