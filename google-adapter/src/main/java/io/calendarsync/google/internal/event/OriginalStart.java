package io.calendarsync.google.internal.event;

import io.calendarsync.model.RecurrenceId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The start the rule of a series gives an instance, which names it. */
public final class OriginalStart {

    private OriginalStart() {}

    /** Returns a start as the {@code originalStart} parameter wants it. */
    public static String parameter(RecurrenceId start) {
        if (start instanceof RecurrenceId.OnDate day) {
            return day.date().toString();
        }
        ZoneId zone = start instanceof RecurrenceId.Zoned at ? at.zone() : ZoneOffset.UTC;
        return DateTimeFormatter.ISO_INSTANT.format(start.instant(zone));
    }

    /** Returns whether two starts are the same: the same instant, whichever clock shows it, or the same date. */
    public static boolean same(RecurrenceId one, RecurrenceId other) {
        boolean zoned = one instanceof RecurrenceId.Zoned && other instanceof RecurrenceId.Zoned;
        return zoned
                ? one.instant(ZoneOffset.UTC).equals(other.instant(ZoneOffset.UTC))
                : one.local().equals(other.local());
    }
}
