package io.calendarsync.examples.google;

import io.calendarsync.CalendarConnection;
import io.calendarsync.ConnectRequest;
import io.calendarsync.Connections;
import io.calendarsync.examples.consent.ConsentFlow;
import io.calendarsync.examples.consent.SandboxBrowser;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxUser;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * A sandbox within this process with one account. Its events are the same in every run, so what is kept of them stays
 * true; its tokens and sync tokens are not, so each run consents anew and lists anew.
 */
public final class EmbeddedSandbox {

    static final String USER = "ada@example.com";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private EmbeddedSandbox() {}

    /** Starts one, whose clock is the system's. */
    public static GoogleSandbox start() {
        GoogleSandbox sandbox = GoogleSandbox.builder()
                .time(InstantSource.system())
                .seed(new SecureRandom().nextLong())
                .zone(ZoneOffset.UTC)
                .start();
        SandboxUser ada = sandbox.user(USER);
        fill(ada.primary());
        return sandbox;
    }

    /** Consents again to all that was connected in runs before, whose grants ended with them. */
    static void consentAgain(Connections connections) {
        for (CalendarConnection connection : connections.list(Accounts.OWNER)) {
            new ConsentFlow(connections, SandboxBrowser::agree, PATIENCE)
                    .run(back -> ConnectRequest.of(Accounts.OWNER, Accounts.GOOGLE, back)
                            .access(connection.terms().access())
                            .detail(connection.terms().detail())
                            .account(USER)
                            .reconnecting(connection.id()));
        }
    }

    /** Without an end, so that they lie in every window. */
    private static void fill(SandboxCalendar calendar) {
        calendar.add("""
                {"id": "standup", "summary": "Stand-up",
                 "start": {"dateTime": "2026-01-05T09:00:00", "timeZone": "Europe/Zurich"},
                 "end": {"dateTime": "2026-01-05T09:15:00", "timeZone": "Europe/Zurich"},
                 "recurrence": ["RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR"]}""");
        calendar.add("""
                {"id": "lunch0", "summary": "Lunch", "transparency": "transparent",
                 "start": {"dateTime": "2026-01-06T12:00:00", "timeZone": "Europe/Zurich"},
                 "end": {"dateTime": "2026-01-06T13:00:00", "timeZone": "Europe/Zurich"},
                 "recurrence": ["RRULE:FREQ=WEEKLY"]}""");
        calendar.add("""
                {"id": "closed", "summary": "Office closed",
                 "start": {"date": "2026-08-01"}, "end": {"date": "2026-08-02"},
                 "recurrence": ["RRULE:FREQ=YEARLY"]}""");
    }
}
