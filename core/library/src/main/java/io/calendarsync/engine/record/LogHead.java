package io.calendarsync.engine.record;

import io.calendarsync.LogPosition;

/**
 * How far a log reaches; part of the record whose version orders its entries.
 *
 * @param epoch random, 16 hexadecimal digits; another one means another log under the same name
 * @param last the number of the newest entry, 0 for none
 * @param purged the number of the newest entry that is no longer kept, 0 for none
 */
public record LogHead(String epoch, long last, long purged) {

    /** Returns the head of a new log. */
    public static LogHead begin(long random) {
        return new LogHead(hex(random), 0, 0);
    }

    private static String hex(long random) {
        String digits = Long.toHexString(random);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** Returns the head after one more entry. */
    public LogHead next() {
        return new LogHead(epoch, last + 1, purged);
    }

    /** Returns the head after entries up to that number were purged. */
    public LogHead purgedTo(long number) {
        return new LogHead(epoch, last, Math.max(purged, number));
    }

    /** Returns the position of the newest entry. */
    public LogPosition position(String log) {
        return new LogPosition(log, epoch, last);
    }

    static LogHead read(Fields fields) {
        return new LogHead(fields.text("epoch"), fields.number("last"), fields.number("purged"));
    }

    Fields write() {
        return Fields.none().put("epoch", epoch).put("last", last).put("purged", purged);
    }
}
