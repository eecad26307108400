package io.calendarsync.google.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.json.Json;
import java.util.Locale;

/**
 * Tells by the error code (RFC 6749 section 5.2) whose trouble a refusal of the authorization server is: the user's, the
 * application's, or nobody's for long.
 *
 * @param source where faults arise
 * @param delegating whether the application asked in the name of a user who never consented
 */
record TokenRefusals(FaultSource source, boolean delegating) {

    CalendarSyncException of(Answer answer) {
        FaultSource answered = source.status(answer.status());
        FaultSource at = answer.retryAfter().map(answered::retryAfter).orElse(answered);
        if (answer.status() == 429) {
            return new RateLimited("Google asks for fewer token requests", at);
        }
        if (answer.status() == 408 || answer.status() < 400 || answer.status() >= 500) {
            return new ProviderUnavailable("Google's authorization server cannot answer for now", at);
        }
        ObjectNode error = answer.json().orElseGet(Json::object);
        String code = Json.text(error, "error").toLowerCase(Locale.ROOT);
        return switch (code) {
            case "invalid_grant" -> invalidGrant(error, at);
            case "unauthorized_client" -> delegating ? notDelegated(at) : misconfigured(code, at);
            case "access_denied",
                    "admin_policy_enforced",
                    "org_internal",
                    "disabled_client",
                    "deleted_client",
                    "invalid_client",
                    "redirect_uri_mismatch",
                    "invalid_request",
                    "invalid_scope",
                    "unsupported_grant_type",
                    "unsupported_response_type" -> misconfigured(code, at);
            case "temporarily_unavailable", "server_error", "internal_failure" ->
                new ProviderUnavailable("Google's authorization server cannot answer for now: " + code, at);
            default -> new ProviderUnavailable("The answer is not one of Google's authorization server", at);
        };
    }

    /** A signature of ours that is no good is no user's fault, though it goes by the same code. */
    private CalendarSyncException invalidGrant(ObjectNode error, FaultSource at) {
        if (delegating && Json.text(error, "error_description").startsWith("Invalid JWT")) {
            return new Misconfigured(
                    "Google does not accept what the service account signs: its key may be deleted, or the clock wrong",
                    at);
        }
        if (Json.text(error, "error_subtype").equals("invalid_rapt")) {
            return new AuthorizationLost(
                    "The user's organization wants them to sign in again (invalid_grant, invalid_rapt)", at);
        }
        return new AuthorizationLost(
                "The grant is gone (invalid_grant): revoked, unused for long, replaced or expired; connect the account again",
                at);
    }

    private static CalendarSyncException notDelegated(FaultSource at) {
        return new AuthorizationLost(
                "The organization does not let the service account act for this user (unauthorized_client)", at);
    }

    private static CalendarSyncException misconfigured(String code, FaultSource at) {
        return new Misconfigured(
                "Google does not accept the application (" + code
                        + "): compare client, secret and redirect with its console",
                at);
    }
}
