package io.calendarsync.testkit.example;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;

/** The one place where the board's refusals become the library's faults. */
final class BoardFaults {

    private BoardFaults() {}

    static CalendarSyncException of(NoticeBoard.Answer refusal, FaultSource opened) {
        FaultSource status = opened.status(refusal.status());
        FaultSource source = refusal.retryAfter().map(status::retryAfter).orElse(status);
        return switch (refusal.status()) {
            case 401, 403 -> new AuthorizationLost("the board does not know the key any more", source);
            case 404 -> new NotFound("the board is gone", source);
            case 429 -> new RateLimited("the board asks for fewer requests", source);
            default ->
                refusal.status() >= 500
                        ? new ProviderUnavailable("the board does not answer", source)
                        : new InvalidRequest("the board refuses the request", source);
        };
    }
}
