package io.calendarsync.google.internal.api;

import io.calendarsync.AccessDenied;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.CursorLost;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Misconfigured;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.StaleVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Turns every failure into one of the library's faults. None shows a body, a header or an address, and of what was thrown
 * below only its kind: the texts of those exceptions are not ours, and some hold what they could not send.
 *
 * @param source where faults arise
 */
public record Faults(FaultSource source) {

    /** Google's limit against misuse lifts after hours; to ask before lets it stand longer. */
    private static final Duration COOL_DOWN = Duration.ofHours(1);

    /** Returns the fault a refusal stands for, where nothing more is known of what was asked. */
    public CalendarSyncException of(Refusal refusal) {
        FaultSource at = at(refusal);
        String text = refusal.text();
        return switch (refusal.status()) {
            case 401 -> tokenRefused();
            case 403 -> forbidden(refusal, at);
            case 404 -> new NotFound("Google does not know it, or the account cannot see it: " + text, at);
            case 408 -> new ProviderUnavailable("Google took too long: " + text, at);
            case 409 -> new ProviderUnavailable("Google was changing it at the same time: " + text, at);
            case 410 -> new NotFound("Google says that it is gone: " + text, at);
            case 412 -> new StaleVersion("It has changed at Google since it was read: " + text, at);
            case 429 -> limited(refusal, at);
            default ->
                refusal.status() >= 400 && refusal.status() < 500
                        ? new InvalidRequest("Google finds the request wrong: " + text, at)
                        : new ProviderUnavailable("Google cannot answer for now: " + text, at);
        };
    }

    private CalendarSyncException forbidden(Refusal refusal, FaultSource at) {
        if (refusal.says("quotaExceeded", "userRateLimitExceeded", "rateLimitExceeded", "RATE_LIMIT_EXCEEDED")) {
            return limited(refusal, at);
        }
        if (refusal.says("dailyLimitExceeded", "dailyLimitExceededUnreg", "accessNotConfigured", "SERVICE_DISABLED")) {
            return new Misconfigured(
                    "The Google project may not use the Calendar API (any more): see its console: " + refusal.text(),
                    at);
        }
        if (refusal.says("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT")) {
            return new AccessDenied("What the user consented to does not cover this: ask again: " + refusal.text(), at);
        }
        return new AccessDenied("The account may not do this: " + refusal.text(), at);
    }

    private static CalendarSyncException limited(Refusal refusal, FaultSource at) {
        if (refusal.says("quotaExceeded")) {
            Duration pause = refusal.retryAfter().orElse(COOL_DOWN);
            return new RateLimited(
                    "The account has done too much of this for now: " + refusal.text(),
                    at.retryAfter(pause.compareTo(COOL_DOWN) < 0 ? COOL_DOWN : pause));
        }
        // Both are told by the reason alone: the project's quota concerns all users, a user's nobody else.
        RateLimited.Limit limit =
                refusal.says("userRateLimitExceeded") ? RateLimited.Limit.ACCOUNT : RateLimited.Limit.APPLICATION;
        return new RateLimited("Google asks for fewer requests: " + refusal.text(), at, limit);
    }

    /** Returns that a position is not known any more. */
    public CalendarSyncException cursorLost(Refusal refusal) {
        return new CursorLost("Google does not know the position any more: " + refusal.text(), at(refusal));
    }

    /** Returns that a position is none of this version's. */
    public CalendarSyncException foreignCursor() {
        return new CursorLost("The position was made for other questions than are asked now", source);
    }

    /** Returns that the account can be opened no longer. */
    public CalendarSyncException tokenRefused() {
        return new AuthorizationLost(
                "Google refuses a token that should be good: connect the account again", source.status(401));
    }

    /** Returns that what Google gave cannot be a token. */
    public CalendarSyncException unusableToken() {
        return new AuthorizationLost("The access token is none: connect the account again", source);
    }

    /** Returns that an answer is not what it should be: cut short, or of somebody between us and Google. */
    public CalendarSyncException unreadable(Answer answer) {
        return new ProviderUnavailable(
                "The answer is not one of Google's or is cut short", source.status(answer.status()));
    }

    /** Returns that something cannot be asked that way. */
    public CalendarSyncException invalid(String message) {
        return new InvalidRequest(message, source);
    }

    /** Returns that the application is set up wrongly. */
    public CalendarSyncException misconfigured(String message) {
        return new Misconfigured(message, source);
    }

    /** Returns that an exchange did not come to its end. */
    public CalendarSyncException broken(IOException e) {
        return new ProviderUnavailable(sentence(e) + " [" + e.getClass().getSimpleName() + "]", source);
    }

    private FaultSource at(Refusal refusal) {
        FaultSource answered = source.status(refusal.status());
        return refusal.retryAfter().map(answered::retryAfter).orElse(answered);
    }

    private static String sentence(IOException e) {
        if (e instanceof TooMuch) {
            return "The answer is larger than is read";
        }
        if (e instanceof HttpTimeoutException) {
            return "Google took too long to answer";
        }
        if (e instanceof InterruptedIOException) {
            return "The request was interrupted";
        }
        if (e instanceof SSLException) {
            return "No secure connection to Google could be made";
        }
        return isUnresolved(e) ? "The name of Google's server has no address" : "The connection to Google failed";
    }

    private static boolean isUnresolved(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
