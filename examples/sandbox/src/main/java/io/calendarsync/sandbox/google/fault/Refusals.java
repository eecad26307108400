package io.calendarsync.sandbox.google.fault;

import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import java.util.Set;

/** Answers that say no, in the form of whoever says it. */
public final class Refusals {

    private static final Set<String> OAUTH = Set.of("token", "revoke");

    private static final Set<String> LIMITS = Set.of(
            "rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded", "accessNotConfigured");

    private static final Set<String> RATES = Set.of("rateLimitExceeded", "userRateLimitExceeded");

    private static final Set<String> CALENDAR = Set.of(
            "timeRangeEmpty",
            "fullSyncRequired",
            "updatedMinTooLongAgo",
            "requiredAccessLevel",
            "forbiddenForNonOrganizer");

    private Refusals() {}

    /** Returns what a proxy says. */
    public static Answer page(int status) {
        return Answer.html(
                status,
                "<!DOCTYPE html>\n<html lang=en>\n<title>Error " + status + "</title>\n<p><b>" + status
                        + ".</b> That's an error.\n");
    }

    /** Returns what an operation says. */
    public static Answer of(String operation, int status, String reason) {
        if (OAUTH.contains(operation)) {
            return Answer.json(status, Json.object().put("error", reason).put("error_description", message(reason)));
        }
        String domain = LIMITS.contains(reason) ? "usageLimits" : CALENDAR.contains(reason) ? "calendar" : "global";
        ApiException refusal = ApiException.of(status, domain, reason, message(reason));
        return (RATES.contains(reason) ? refusal.detailed("RATE_LIMIT_EXCEEDED") : refusal).answer();
    }

    private static String message(String reason) {
        return switch (reason) {
            case "quotaExceeded" -> "Calendar usage limits exceeded.";
            case "rateLimitExceeded" -> "Rate Limit Exceeded";
            case "userRateLimitExceeded" -> "User Rate Limit Exceeded";
            case "fullSyncRequired" -> "Sync token is no longer valid, a full sync is required.";
            case "backendError" -> "Backend Error";
            case "notFound" -> "Not Found";
            case "authError" -> "Invalid Credentials";
            case "invalid_grant" -> "Token has been expired or revoked.";
            case "invalid_client" -> "The OAuth client was not found.";
            default -> reason;
        };
    }
}
