package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.NotFound;
import io.calendarsync.PermanentFailure;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What opens an account is never printed: not by a fault, not by what is thrown below it, not by {@code toString}. */
interface Secrets extends Starts {

    /** No fault shows a secret. */
    @Test
    default void faults_showNoSecret() {
        try (Workbench bench = bench()) {
            List<Integer> statuses = new ArrayList<>(Faults.STATUSES);
            statuses.addAll(List.of(400, 404, 410, 418));
            for (int status : statuses) {
                CalendarSyncException fault = Faults.refused(bench, status, Optional.empty());
                assertNoSecret(bench, printed(fault), "the fault of status " + status);
            }
            ProviderSession session = bench.open();
            NotFound fault = assertThrows(NotFound.class, () -> session.changes("no-such-calendar", bench.start()));
            assertNoSecret(bench, printed(fault), "the fault of an unknown calendar");
        }
    }

    /** Nothing that can be printed shows a secret. */
    @Test
    default void whatCanBePrinted_showsNoSecret() {
        try (Workbench bench = bench()) {
            ProviderSession session = bench.open();
            Account account = session.account();

            assertNoSecret(bench, bench.standIn().provider().toString(), "the provider");
            assertNoSecret(bench, session.toString(), "the session");
            assertNoSecret(bench, bench.standIn().context().toString(), "the context");
            assertNoSecret(bench, account.toString(), "the account");
        }
    }

    /** A credential of another kind is refused, and not shown. */
    @Test
    default void credential_ofAnotherKind_isRefusedAndNotShown() {
        try (Workbench bench = bench()) {
            CalendarProvider provider = bench.standIn().provider();
            SessionContext context = bench.standIn().context();
            Credential other = new Credential.Feed(URI.create("nobodys-scheme://host/s3cret-path"), ZoneOffset.UTC);

            PermanentFailure fault = assertThrows(
                    PermanentFailure.class,
                    () -> provider.open(new SessionContext(context.connection(), other, context.clock())));

            assertFalse(printed(fault).contains("s3cret-path"), "the refusal shows the address");
        }
    }

    private static void assertNoSecret(Workbench bench, String text, String where) {
        for (String secret : bench.standIn().secrets()) {
            assertFalse(text.contains(secret), () -> where + " shows a secret");
        }
    }

    private static String printed(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return fault + "\n" + text;
    }
}
