package io.calendarsync.testkit.provider;

import io.calendarsync.AccessDenied;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.StaleVersion;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.SessionContext;

/** The one place where the fake's answers become the library's faults. */
record RefusalMapper(ProviderId provider, SessionContext context) {

    CalendarSyncException map(Refusal refusal, ProviderCall call) {
        FaultSource known =
                FaultSource.of(provider.value()).connection(context.connection().value());
        return map(refusal, call, known);
    }

    static CalendarSyncException map(Refusal refusal, ProviderCall call, FaultSource known) {
        FaultSource plain = known.status(refusal.status()).requestId("fake-" + call.number());
        FaultSource source = refusal.retryAfter().map(plain::retryAfter).orElse(plain);
        String text = String.valueOf(refusal.getMessage());
        return switch (refusal.status()) {
            case 401 -> new AuthorizationLost(text + ": connect the account again", source);
            case 403 -> new AccessDenied(text + ": the account may not do this", source);
            case 404 -> new NotFound(text, source);
            case 410 -> new CursorLost(text + ": read from an earlier position", source);
            case 412 -> new StaleVersion(text + ": read the event again", source);
            case 429 ->
                new RateLimited(
                        text + ": ask less often",
                        source,
                        refusal.isOfApplication() ? RateLimited.Limit.APPLICATION : RateLimited.Limit.ACCOUNT);
            default ->
                refusal.status() >= 500
                        ? new ProviderUnavailable(text + ": try again later", source)
                        : new InvalidRequest(text, source);
        };
    }
}
