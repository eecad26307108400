package io.calendarsync.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instants wall clocks of a zone stand for, as RFC 5545 section 3.3.5 says: in a gap and in an overlap with the
 * offset before the change. It remembers the two changes of the clock between which it read last, so a series asks the
 * zone a few times a year and not for every instance. Confined to one thread.
 */
final class ClockReader {

    private final ZoneRules rules;

    /** Wall clocks from {@code first} to before {@code end} are read with the offset; those from the gap on do not exist. */
    private long first;

    private long gap;
    private long end;
    private int offset;
    private int offsetAfter;
    private @Nullable ZoneOffsetTransition next;

    ClockReader(ZoneRules rules) {
        this.rules = rules;
    }

    /** Returns the instant a wall clock stands for, in seconds. */
    long instant(long clock) {
        if (clock < first || clock >= end) {
            find(clock);
        }
        return clock - offset;
    }

    /** Returns what the clock shows at the instant a wall clock stands for: something else if that is in a gap. */
    long shown(long clock) {
        long instant = instant(clock);
        return clock < gap ? clock : instant + offsetAfter;
    }

    /** Returns a wall clock such that every earlier one stands for an instant before this one. */
    long earliest(long instant) {
        long dayBefore = instant - WallClocks.LARGEST_MOVE;
        ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochSecond(dayBefore));
        if (change != null && change.toEpochSecond() <= instant) {
            int before = change.getOffsetBefore().getTotalSeconds();
            int since = rules.getOffset(Instant.ofEpochSecond(instant)).getTotalSeconds();
            return instant + Math.min(before, since);
        }
        enter(null, change);
        // An overlap that ended just before may reach this far.
        first = instant + offset;
        return first;
    }

    private void find(long clock) {
        ZoneOffsetTransition change = next;
        if (change != null && clock >= end) {
            enter(change, rules.nextTransition(change.getInstant()));
            if (clock < end) {
                return;
            }
        }
        LocalDateTime local = WallClocks.local(clock);
        ZoneOffsetTransition around = rules.getTransition(local);
        if (around == null) {
            Instant at = Instant.ofEpochSecond(clock - rules.getOffset(local).getTotalSeconds());
            enter(rules.previousTransition(at.plusSeconds(1)), rules.nextTransition(at));
        } else {
            enter(rules.previousTransition(around.getInstant()), around);
        }
    }

    private void enter(@Nullable ZoneOffsetTransition before, @Nullable ZoneOffsetTransition after) {
        next = after;
        first = before == null ? Long.MIN_VALUE : lastTouched(before);
        if (after == null) {
            offset = rules.getOffset(Instant.ofEpochSecond(WallClocks.LAST)).getTotalSeconds();
            gap = Long.MAX_VALUE;
            end = Long.MAX_VALUE;
        } else {
            offset = after.getOffsetBefore().getTotalSeconds();
            offsetAfter = after.getOffsetAfter().getTotalSeconds();
            end = lastTouched(after);
            gap = after.isGap() ? after.toEpochSecond() + offset : end;
        }
    }

    /** Returns the end of the gap or overlap: earlier wall clocks are read with the offset before it. */
    private static long lastTouched(ZoneOffsetTransition change) {
        return change.toEpochSecond()
                + Math.max(
                        change.getOffsetBefore().getTotalSeconds(),
                        change.getOffsetAfter().getTotalSeconds());
    }
}
