package io.calendarsync.ics.internal.fetch;

import io.calendarsync.AccessDenied;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.spi.provider.RetryAfter;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** Turns everything that can go wrong with a request into one of the library's faults. Names the host, never the address. */
final class FetchFaults {

    private final FaultSource source;
    private final String host;

    FetchFaults(FaultSource source, String host) {
        this.source = source;
        this.host = host;
    }

    /** The owner has to give another address. */
    CalendarSyncException unusable(String message) {
        return new InvalidRequest(message, source);
    }

    CalendarSyncException forbidden(String message) {
        return new AccessDenied(message, source);
    }

    CalendarSyncException unavailable(String message) {
        return new ProviderUnavailable(message, source);
    }

    /** Not asked at all: the host has been asked often enough for now. */
    CalendarSyncException tooSoon(Duration pause) {
        return new RateLimited(host + " was asked often enough for now", source.retryAfter(pause));
    }

    /** Any answer but a feed. */
    CalendarSyncException status(ResponseHead head, Instant now) {
        int status = head.status();
        FaultSource answered = source.status(status);
        Optional<Duration> pause = head.first("retry-after").flatMap(field -> RetryAfter.parse(field, now));
        FaultSource paused = pause.map(answered::retryAfter).orElse(answered);
        return switch (status) {
            case 401, 403 ->
                new AccessDenied(host + " refuses the feed: its address was revoked or needs credentials", answered);
            case 404, 410 -> new NotFound(host + " does not know the feed any more", answered);
            case 429 -> new RateLimited(host + " asks for fewer requests", paused);
            default -> new ProviderUnavailable(host + " answered with HTTP status " + status + ", not a feed", paused);
        };
    }

    /** An exchange that did not come to its end. */
    CalendarSyncException broken(IOException e) {
        if (e instanceof TooMuch) {
            return new InvalidRequest("The feed at " + host + " is too large: " + e.getMessage(), source, e);
        }
        return new ProviderUnavailable(sentence(e), source, e);
    }

    private String sentence(IOException e) {
        if (e instanceof UnknownHostException) {
            return "The name " + host + " has no address";
        }
        if (e instanceof SocketTimeoutException) {
            return host + " took too long to answer";
        }
        if (e instanceof SSLException) {
            return "No secure connection to " + host + " could be made";
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return "The compressed answer of " + host + " is broken or cut short";
        }
        return e instanceof MalformedResponse
                ? "The answer of " + host + " is broken: " + e.getMessage()
                : "The connection to " + host + " failed";
    }
}
