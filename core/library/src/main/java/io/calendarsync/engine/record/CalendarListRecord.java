package io.calendarsync.engine.record;

import io.calendarsync.spi.provider.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the list of an account's calendars has been read.
 *
 * @param cursor what to go on from, absent where the whole list is to be read
 * @param missing the provider's ids of calendars the last whole list did not show
 * @param trouble what went wrong since
 * @param read when it was last read to its end, the epoch for never
 */
public record CalendarListRecord(
        Optional<Position.Cursor> cursor, List<String> missing, Trouble trouble, Instant read) {

    public CalendarListRecord {
        missing = List.copyOf(missing);
    }

    /** Returns the record of a list never read. */
    public static CalendarListRecord begin() {
        return new CalendarListRecord(Optional.empty(), List.of(), Trouble.none(), Instant.EPOCH);
    }

    /** Returns it after the list was read to its end. */
    public CalendarListRecord ended(Optional<Position.Cursor> at, List<String> notShown, Instant now) {
        return new CalendarListRecord(at, notShown, Trouble.none(), now);
    }

    /** Returns it after it could not be read. */
    public CalendarListRecord failed(RuntimeException fault, Instant now) {
        return new CalendarListRecord(cursor, missing, trouble.again(fault, now), read);
    }

    /** Returns it as to be read as a whole. */
    public CalendarListRecord restarted() {
        return new CalendarListRecord(Optional.empty(), missing, trouble, read);
    }

    static CalendarListRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new CalendarListRecord(
                fields.has("cursor") ? Optional.of(new Position.Cursor(fields.text("cursor"))) : Optional.empty(),
                fields.texts("missing"),
                fields.child("trouble").map(Trouble::read).orElseGet(Trouble::none),
                fields.instant("read"));
    }

    byte[] bytes() {
        Fields fields = Fields.none()
                .put("missing", missing)
                .put("trouble", trouble.write())
                .put("read", read);
        cursor.ifPresent(at -> fields.put("cursor", at.token()));
        return fields.bytes();
    }
}
