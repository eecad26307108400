package io.calendarsync.engine.record;

import io.calendarsync.model.RecurrenceId;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One text for each original start: {@code 2026-03-01} a date, {@code 2026-03-01T09:00} floating,
 * {@code 2026-03-01T09:00[Europe/Rome]} zoned. Also fit for keys.
 */
public final class RecurrenceIdText {

    private RecurrenceIdText() {}

    /** Returns the text; equal exactly for equal ids. */
    public static String write(RecurrenceId id) {
        if (id instanceof RecurrenceId.Zoned zoned) {
            return zoned.local() + "[" + zoned.zone().getId() + "]";
        }
        if (id instanceof RecurrenceId.OnDate onDate) {
            return onDate.date().toString();
        }
        if (id instanceof RecurrenceId.Floating floating) {
            return floating.local().toString();
        }
        throw new IllegalStateException("no form for " + id.getClass());
    }

    /** Returns the id a text was written for. */
    public static RecurrenceId read(String text) {
        int bracket = text.indexOf('[');
        if (bracket >= 0) {
            return new RecurrenceId.Zoned(
                    LocalDateTime.parse(text.substring(0, bracket)),
                    Zones.read(text.substring(bracket + 1, text.length() - 1)));
        }
        return text.indexOf('T') < 0
                ? new RecurrenceId.OnDate(LocalDate.parse(text))
                : new RecurrenceId.Floating(LocalDateTime.parse(text));
    }
}
