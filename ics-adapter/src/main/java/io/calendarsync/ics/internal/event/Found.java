package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import java.util.Optional;

/**
 * A VEVENT as found in the text: where it is, and what tells it from others.
 *
 * @param scope the calendar it is in
 * @param start where it begins within the text
 * @param end where the text after it begins
 * @param uid its UID, or one derived from its content
 * @param uidMissing whether the UID is derived
 * @param sequence its SEQUENCE, 0 without one
 * @param repeats whether it has a rule or further dates
 * @param times its DTSTART and RECURRENCE-ID
 * @param digest of what it says
 */
record Found(
        CalendarScope scope,
        int start,
        int end,
        String uid,
        boolean uidMissing,
        long sequence,
        boolean repeats,
        Times times,
        String digest) {

    /** The lines that say which entry of its UID it is. */
    record Times(Optional<ContentLine> start, Optional<ContentLine> recurrenceId) {}

    /** Returns what stands for what it says and how that is read: the version tag of its event. */
    String tag() {
        return digest + "." + scope.digest();
    }

    static Found of(CalendarScope scope, Component event, int end, String digest) {
        String uid = event.first("UID")
                .map(line -> TextValue.unescape(line.token()).strip())
                .orElse("");
        return new Found(
                scope,
                event.start(),
                end,
                uid.isEmpty() ? ContentDigest.of(event) : uid,
                uid.isEmpty(),
                event.first("SEQUENCE").map(Found::number).orElse(0L),
                RecurrenceMapper.repeats(event),
                new Times(event.first("DTSTART"), event.first("RECURRENCE-ID")),
                digest);
    }

    private static long number(ContentLine line) {
        String digits = line.token();
        boolean number =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(digits) : 0;
    }
}
