package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.NotFound;
import io.calendarsync.spi.provider.PushDialect.Kind;
import io.calendarsync.spi.provider.PushDialect.Notice;
import io.calendarsync.spi.provider.PushDialect.Reading;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A provider that can be watched tells of edits until it is told to stop. */
interface Watching extends Starts {

    /** A channel that is granted tells of edits with its id and its secret, until it is stopped. */
    @Test
    default void channel_thatIsGranted_tellsOfEditsUntilItIsStopped() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Watches standIn = bench.standInThat(ProviderUnderTest.Watches.class);
            WatchableSession session = session(bench);

            WatchChannel channel = granted(session.watch(request(standIn, Optional.of(bench.calendar()))));
            bench.put(bench.sample(1));
            List<Notice> told = notices(standIn);

            assertTrue(
                    channel.expires().isAfter(standIn.context().clock().instant()),
                    "a channel lasts beyond its beginning");
            assertTrue(
                    told.stream()
                            .allMatch(notice -> notice.channel().equals("watch-1")
                                    && notice.secret().equals("s3cretOfTheWatch")),
                    "notices bring the channel's id and secret");
            assertTrue(told.stream().anyMatch(notice -> notice.kind() == Kind.CHANGED), "an edit is told");

            session.stop(channel);
            session.stop(channel);
            bench.put(bench.sample(2));

            assertEquals(List.of(), notices(standIn), "a channel that was stopped, twice, tells nothing");
        }
    }

    /** The list of calendars can be watched, or that is said. */
    @Test
    default void channel_ofTheListOfCalendars_isGrantedOrRefusedWithoutAFault() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Watches standIn = bench.standInThat(ProviderUnderTest.Watches.class);

            WatchAnswer answer = session(bench).watch(request(standIn, Optional.empty()));

            if (answer instanceof WatchAnswer.Unwatchable refused) {
                assertFalse(refused.why().isEmpty(), "why a list cannot be watched is said");
            } else {
                session(bench).stop(granted(answer));
            }
        }
    }

    /** A channel is extended, or that it cannot be is said. */
    @Test
    default void channel_extended_lastsLongerOrIsRefusedWithoutAFault() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Watches standIn = bench.standInThat(ProviderUnderTest.Watches.class);
            WatchableSession session = session(bench);
            WatchRequest request = request(standIn, Optional.of(bench.calendar()));
            WatchChannel channel = granted(session.watch(request));

            WatchAnswer answer = session.extend(request, channel);

            if (answer instanceof WatchAnswer.Granted extended) {
                assertFalse(extended.channel().expires().isBefore(channel.expires()), "extended is not shortened");
            }
        }
    }

    /** A calendar the account cannot see cannot be watched. */
    @Test
    default void channel_ofACalendarTheAccountCannotSee_isNotFound() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Watches standIn = bench.standInThat(ProviderUnderTest.Watches.class);
            WatchableSession session = session(bench);
            WatchRequest request = request(standIn, Optional.of("no-such-calendar"));

            assertThrows(NotFound.class, () -> session.watch(request));
        }
    }

    private static WatchableSession session(Workbench bench) {
        return assertInstanceOf(WatchableSession.class, bench.open());
    }

    private static WatchRequest request(ProviderUnderTest.Watches standIn, Optional<String> calendar) {
        return new WatchRequest(calendar, "watch-1", "s3cretOfTheWatch", standIn.address(), Duration.ofDays(1));
    }

    private static WatchChannel granted(WatchAnswer answer) {
        return assertInstanceOf(WatchAnswer.Granted.class, answer).channel();
    }

    private static List<Notice> notices(ProviderUnderTest.Watches standIn) {
        return standIn.delivered().stream()
                .map(request -> standIn.provider().push().orElseThrow().read(request))
                .map(reading -> assertInstanceOf(Reading.Notices.class, reading))
                .flatMap(reading -> reading.notices().stream())
                .toList();
    }
}
