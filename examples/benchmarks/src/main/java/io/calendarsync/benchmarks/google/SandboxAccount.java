package io.calendarsync.benchmarks.google;

import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxTokens;
import io.calendarsync.sandbox.SandboxUser;

/** Accounts of the sandbox with one large calendar. */
final class SandboxAccount {

    private SandboxAccount() {}

    /** Makes an account whose primary calendar holds so many events. */
    static Entrance of(GoogleSandbox sandbox, String email, int events) {
        SandboxUser user = sandbox.user(email);
        SandboxCalendar calendar = user.primary();
        LargeCalendar.fill(calendar, events);
        SandboxTokens tokens = user.consent("calendar.events", "calendar.calendarlist.readonly");
        return new Entrance(
                sandbox.rootUrl(),
                sandbox.tokenUrl(),
                sandbox.clientId(),
                sandbox.clientSecret(),
                tokens.refreshToken(),
                tokens.accessToken(),
                calendar.id(),
                events,
                "");
    }
}
