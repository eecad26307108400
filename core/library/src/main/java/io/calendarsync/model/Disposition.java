package io.calendarsync.model;

/**
 * How an event stands in its calendar.
 *
 * @since 0.1
 */
public record Disposition(EventStatus status, ShowAs showAs, Visibility visibility, EventKind kind) {

    /** {@return that of an ordinary event: confirmed, busy} */
    public static Disposition ordinary() {
        return new Disposition(EventStatus.CONFIRMED, ShowAs.BUSY, Visibility.DEFAULT, EventKind.DEFAULT);
    }
}
