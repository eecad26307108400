package io.calendarsync;

import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for free time: {@code SlotQuery.of(owner, nextWeek, Duration.ofMinutes(30)).every(Duration.ofMinutes(15))}.
 *
 * @param owner whose time
 * @param within where the slots lie; what lies before now is the caller's to leave out
 * @param length how long a slot lasts, a second or more
 * @param step how far apart slots start, counted from where each stretch of working hours begins; a second or more
 * @param before how much has to be free before a slot as well
 * @param after how much has to be free after it
 * @param hours the hours slots lie in; absent for those stored for the owner, and where there are none, all the time
 * @param limit how many slots are wanted, the first ones; 1 to 100,000
 * @since 0.1
 */
public record SlotQuery(
        OwnerId owner,
        Interval within,
        Duration length,
        Duration step,
        Duration before,
        Duration after,
        Optional<WorkingHours> hours,
        int limit) {

    private static final int USUAL_LIMIT = 1000;
    private static final int MOST_SLOTS = 100_000;
    private static final Duration LONGEST_LOOK = Duration.ofDays(2000);
    private static final Duration SHORTEST_SLOT = Duration.ofSeconds(1);
    private static final Duration LONGEST_SLOT = Duration.ofDays(400);

    /**
     * Checks the durations.
     *
     * @param owner whose time
     * @param within where the slots lie; what lies before now is the caller's to leave out
     * @param length how long a slot lasts, a second or more
     * @param step how far apart slots start, counted from where each stretch of working hours begins; a second or more
     * @param before how much has to be free before a slot as well
     * @param after how much has to be free after it
     * @param hours the hours slots lie in; absent for those stored for the owner, and where there are none, all the time
     * @param limit how many slots are wanted, the first ones; 1 to 100,000
     * @throws IllegalArgumentException if the interval is longer than 2,000 days, a duration longer than 400, a length
     *     or step shorter than a second, a buffer negative, or the limit not 1 to
     *     100,000
     */
    public SlotQuery {
        requireShort("within", within.length(), LONGEST_LOOK);
        requireLasting("length", length);
        requireLasting("step", step);
        requireNotNegative("before", before);
        requireNotNegative("after", after);
        if (limit < 1 || limit > MOST_SLOTS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_SLOTS + ", is " + limit);
        }
    }

    /**
     * {@return a question for slots one after the other, without buffers, in the owner's stored hours, the first 1,000}
     *
     * @param owner whose time
     * @param within where the slots lie
     * @param length how long a slot lasts, a second or more
     */
    public static SlotQuery of(OwnerId owner, Interval within, Duration length) {
        return new SlotQuery(
                owner, within, length, length, Duration.ZERO, Duration.ZERO, Optional.empty(), USUAL_LIMIT);
    }

    /**
     * {@return this question with another distance between starts}
     *
     * @param step a second or more; shorter than the length for slots that overlap
     */
    public SlotQuery every(Duration step) {
        return new SlotQuery(owner, within, length, step, before, after, hours, limit);
    }

    /**
     * {@return this question with time around each slot that has to be free as well}
     *
     * @param before how much before it
     * @param after how much after it
     */
    public SlotQuery buffers(Duration before, Duration after) {
        return new SlotQuery(owner, within, length, step, before, after, hours, limit);
    }

    /**
     * {@return this question for other hours than those stored}
     *
     * @param hours the hours slots lie in
     */
    public SlotQuery hours(WorkingHours hours) {
        return new SlotQuery(owner, within, length, step, before, after, Optional.of(hours), limit);
    }

    /**
     * {@return this question for another number of slots}
     *
     * @param limit how many are wanted, the first ones
     */
    public SlotQuery atMost(int limit) {
        return new SlotQuery(owner, within, length, step, before, after, hours, limit);
    }

    private static void requireLasting(String name, Duration duration) {
        requireShort(name, duration, LONGEST_SLOT);
        if (duration.compareTo(SHORTEST_SLOT) < 0) {
            throw new IllegalArgumentException(name + " must be a second or more, is " + duration);
        }
    }

    private static void requireNotNegative(String name, Duration duration) {
        requireShort(name, duration, LONGEST_SLOT);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, is " + duration);
        }
    }

    private static void requireShort(String name, Duration duration, Duration most) {
        if (duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " must be at most " + most.toDays() + " days, is " + duration);
        }
    }
}
