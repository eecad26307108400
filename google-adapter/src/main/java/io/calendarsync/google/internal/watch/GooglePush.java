package io.calendarsync.google.internal.watch;

import io.calendarsync.NotificationRequest;
import io.calendarsync.spi.provider.PushDialect;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Google's notifications: all they say is in their headers. They are not signed, so only the channel's token proves
 * one, and that is for the library to compare. Stateless.
 */
public final class GooglePush implements PushDialect {

    private static final int LONGEST_CHANNEL = 64;
    private static final int LONGEST_TOKEN = 256;
    private static final int LONGEST_RESOURCE = 200;

    @Override
    public Reading read(NotificationRequest request) {
        String channel = request.header("X-Goog-Channel-ID");
        String state = request.header("X-Goog-Resource-State").toLowerCase(Locale.ROOT);
        String token = request.header("X-Goog-Channel-Token");
        String resource = request.header("X-Goog-Resource-ID");
        boolean ours = request.method().equalsIgnoreCase("POST")
                && channel.matches("[A-Za-z0-9\\-_+/=]{1," + LONGEST_CHANNEL + "}")
                && !state.isEmpty()
                && token.length() <= LONGEST_TOKEN
                && resource.length() <= LONGEST_RESOURCE;
        if (!ours) {
            return new Reading.Foreign();
        }
        // Of a calendar's events any other state, deletions included, is a change.
        Kind kind = state.equals("sync") ? Kind.OPENED : Kind.CHANGED;
        Optional<Instant> expires = expires(request.header("X-Goog-Channel-Expiration"));
        return new Reading.Notices(List.of(new Notice(channel, token, kind, resource, expires)));
    }

    private static Optional<Instant> expires(String field) {
        try {
            return field.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(field, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
