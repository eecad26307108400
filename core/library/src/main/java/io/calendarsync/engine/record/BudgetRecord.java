package io.calendarsync.engine.record;

import java.time.Duration;
import java.time.Instant;

/**
 * What may be asked of a provider, and what of it is spent in the present stretch of ten seconds. Pure: what follows is
 * another record.
 *
 * @param perMinute how many requests a minute may be made, 0 where no limit is known
 * @param slot when the present stretch began
 * @param spent how many of its requests nodes have taken
 * @param booked until when requests are promised to readings that had to be put off
 * @param cut when the limit was last lowered
 */
public record BudgetRecord(long perMinute, Instant slot, long spent, Instant booked, Instant cut) {

    /** How long a stretch is. */
    public static final Duration SLOT = Duration.ofSeconds(10);

    /** Sixty seconds, wherever they begin, touch seven stretches: what is spent in those is to fit. */
    private static final long SLOTS_A_MINUTE = 7;

    private static final long LEAST_A_MINUTE = 60;
    private static final Duration FARTHEST = Duration.ofHours(6);

    /** Returns a budget of which nothing is spent. */
    public static BudgetRecord begin(long perMinute) {
        return new BudgetRecord(perMinute, Instant.EPOCH, 0, Instant.EPOCH, Instant.EPOCH);
    }

    /** Returns the stretch an instant is in. */
    public static Instant slotOf(Instant now) {
        long seconds = SLOT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }

    /** Returns whether a limit is known. */
    public boolean isLimited() {
        return perMinute > 0;
    }

    /**
     * Returns it as of now: in a new stretch nothing is spent, and the limit is tried a little higher.
     *
     * @param most the highest limit, 0 where none is known
     */
    public BudgetRecord at(Instant now, long most) {
        Instant current = slotOf(now);
        // One that lies ahead was begun by a clock that is; further ahead than a stretch it was wrong (H24).
        boolean holds = !slot.isBefore(current) && !slot.isAfter(current.plus(SLOT));
        if (holds || !isLimited()) {
            return this;
        }
        long higher = perMinute + Math.max(1, perMinute / 50);
        boolean known = booked.isBefore(now.plus(FARTHEST));
        return new BudgetRecord(
                most > 0 ? Math.min(most, higher) : higher, current, 0, known ? booked : Instant.EPOCH, cut);
    }

    /** Returns how much is left for something of that urgency. */
    public long left(Urgency urgency) {
        return Math.max(0, urgency.shareOf(perMinute / SLOTS_A_MINUTE) - spent);
    }

    /** Returns it after a node took so many requests. */
    public BudgetRecord taken(long requests) {
        return new BudgetRecord(perMinute, slot, spent + requests, booked, cut);
    }

    /** Returns how long one request of those that are put off takes. */
    public Duration pace() {
        long aMinute = Math.max(1, Urgency.POLL.shareOf(perMinute));
        return Duration.ofNanos(Duration.ofMinutes(1).toNanos() / aMinute);
    }

    /** Returns it after so many requests were promised, one after the other. */
    public BudgetRecord promised(int requests) {
        return new BudgetRecord(perMinute, slot, spent, begin().plus(pace().multipliedBy(requests)), cut);
    }

    /** Returns from when on requests can be promised. */
    public Instant begin() {
        Instant next = slot.plus(SLOT);
        return booked.isBefore(next) ? next : booked;
    }

    /**
     * Returns it after the provider found that too much was asked: lowered by three tenths, once a stretch.
     *
     * @param seen how many requests a minute were made, as far as the node knows
     */
    public BudgetRecord overspent(Instant now, long seen) {
        Instant current = slotOf(now);
        if (cut.equals(current)) {
            return this;
        }
        long before = isLimited() ? perMinute : seen;
        return new BudgetRecord(Math.max(LEAST_A_MINUTE, before * 7 / 10), current, spent, booked, current);
    }

    static BudgetRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new BudgetRecord(
                fields.number("perMinute"),
                fields.instant("slot"),
                fields.number("spent"),
                fields.instant("booked"),
                fields.instant("cut"));
    }

    byte[] bytes() {
        return Fields.none()
                .put("perMinute", perMinute)
                .put("slot", slot)
                .put("spent", spent)
                .put("booked", booked)
                .put("cut", cut)
                .bytes();
    }
}
