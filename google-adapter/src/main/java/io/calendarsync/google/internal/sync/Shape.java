package io.calendarsync.google.internal.sync;

import io.calendarsync.spi.provider.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of a calendar beside the token. A sync token is only good for the question it was given for, and a changed
 * question is not refused but answered wrongly: so the shape travels in every cursor, and a cursor of another is lost.
 *
 * <p>The version stands for the parameters that are the same in every request: masters and exceptions rather than
 * instances ({@code singleEvents} unset), {@code showDeleted} unset, all event types, all attendees, no upper bound of
 * time. Whoever changes one of them raises it.
 *
 * @param from events that end before are not listed; the first request's {@code timeMin}
 */
record Shape(Instant from) {

    private static final String VERSION = "e1";

    /** Returns the shape of a round, by where it began; empty where it began at a cursor of another shape. */
    static Optional<Shape> of(Position base) {
        if (base instanceof Position.Start start) {
            return Optional.of(
                    new Shape(Instant.ofEpochSecond(start.window().from().getEpochSecond())));
        }
        if (base instanceof Position.Cursor cursor) {
            String[] parts = cursor.token().split(";", 3);
            return parts.length == 3 && parts[0].equals(VERSION) && parts[1].matches("-?\\d{1,12}")
                    ? Optional.of(new Shape(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
                    : Optional.empty();
        }
        return of(((Position.NextPage) base).base());
    }

    /** Returns Google's sync token in a cursor of a known shape. */
    static String syncToken(Position.Cursor cursor) {
        return cursor.token().split(";", 3)[2];
    }

    /** Returns a cursor that holds a sync token. */
    Position.Cursor cursor(String syncToken) {
        return new Position.Cursor(VERSION + ";" + from.getEpochSecond() + ";" + syncToken);
    }
}
