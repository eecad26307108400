package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.AccessDenied;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the provider refuses becomes the fault it means, once, and loses nothing. */
interface Faults extends Starts {

    /** The statuses every adapter knows what to make of. */
    List<Integer> STATUSES = List.of(401, 403, 429, 500, 502, 503, 504);

    /** Status 429 is a rate limit, with the pause that was asked for. */
    @Test
    default void tooManyRequests_isARateLimitWithThePauseAskedFor() {
        try (Workbench bench = bench()) {
            CalendarSyncException fault = refused(bench, 429, Optional.of(Duration.ofSeconds(17)));

            RateLimited limited = assertInstanceOf(RateLimited.class, fault);
            assertEquals(Optional.of(Duration.ofSeconds(17)), limited.retryAfter());
        }
    }

    /** Status 500, 502, 503 or 504 means that the provider is unavailable. */
    @Test
    default void serverError_meansUnavailable() {
        try (Workbench bench = bench()) {
            for (int status : List.of(500, 502, 503, 504)) {
                assertInstanceOf(
                        ProviderUnavailable.class, refused(bench, status, Optional.empty()), "status " + status);
            }
        }
    }

    /** Status 401 or 403 is not a fault that passes by itself. */
    @Test
    default void unauthorizedOrForbidden_isNotTransient() {
        try (Workbench bench = bench()) {
            for (int status : List.of(401, 403)) {
                CalendarSyncException fault = refused(bench, status, Optional.empty());
                assertTrue(
                        fault instanceof AccessDenied || fault instanceof AuthorizationLost,
                        () -> "status " + status + " became " + fault);
            }
        }
    }

    /** A fault is reported after one request: adapters do not try again. */
    @Test
    default void fault_ofAnyKind_isReportedAfterOneRequest() {
        try (Workbench bench = bench()) {
            for (int status : STATUSES) {
                long before = bench.standIn().requests();
                refused(bench, status, Optional.empty());
                assertEquals(
                        before + 1,
                        bench.standIn().requests(),
                        "requests for one call that was answered with " + status + ": only the library retries");
            }
        }
    }

    /** A fault names the provider, the connection and the status. */
    @Test
    default void fault_ofAnyKind_namesWhereItArose() {
        try (Workbench bench = bench()) {
            for (int status : STATUSES) {
                CalendarSyncException fault = refused(bench, status, Optional.empty());
                assertEquals(
                        bench.standIn().provider().id().value(), fault.source().provider());
                assertEquals(
                        bench.standIn().context().connection().value(),
                        fault.source().connection());
                assertEquals(status, fault.source().httpStatus());
            }
        }
    }

    /** A round that failed in the middle goes on from there and tells everything. */
    @Test
    default void fault_inTheMiddleOfARound_losesNothing() {
        try (Workbench bench = bench()) {
            bench.putSamples(19);
            List<ChangePage> pages = new ArrayList<>();
            Position position = bench.start();
            while (!(position instanceof Position.Cursor)) {
                ChangePage page = askedTwice(bench, position);
                pages.add(page);
                position = page.next();
            }

            assertEquals(
                    Workbench.gist(bench.round(bench.open(), bench.start())),
                    Workbench.gist(pages),
                    "a round in which every page was refused once, and asked for again by another session");
        }
    }

    private static ChangePage askedTwice(Workbench bench, Position position) {
        bench.standIn().failNext(503, Optional.empty());
        ProviderSession first = bench.open();
        assertThrows(ProviderUnavailable.class, () -> first.changes(bench.calendar(), position));
        return bench.open().changes(bench.calendar(), position);
    }

    /** Lets the stand-in refuse the next request, and returns what the adapter makes of it. */
    static CalendarSyncException refused(Workbench bench, int status, Optional<Duration> retryAfter) {
        try (ProviderSession session =
                bench.standIn().provider().open(bench.standIn().context())) {
            bench.standIn().failNext(status, retryAfter);
            return assertThrows(
                    CalendarSyncException.class,
                    () -> session.changes(bench.calendar(), bench.start()),
                    "status " + status);
        }
    }
}
