package io.calendarsync.engine.record;

import java.time.Duration;
import java.time.Instant;

/**
 * What may be asked of a provider: requests are saved up at a steady rate, and spent. Pure: what follows is another
 * record.
 *
 * @param perMinute how many requests any sixty seconds may see; a guess where nobody has said and none was refused
 * @param paid when everything is saved up again
 * @param booked until when requests are promised to readings that had to be put off
 * @param raised when the limit was last raised
 * @param cut when the limit was last lowered
 * @param ceiling how many requests a minute were too much; 0 where none have been yet
 * @param traffic how much was asked of late
 */
public record BudgetRecord(
        long perMinute, Instant paid, Instant booked, Instant raised, Instant cut, long ceiling, Traffic traffic) {

    /** How long readings rest after the provider found that too much was asked, and how often the limit is raised. */
    static final Duration REST = Duration.ofSeconds(10);

    /** Put off further than this, a reading would not see that there is room again. */
    static final Duration FARTHEST = Duration.ofMinutes(5);

    private static final long FIRST_GUESS = 600;
    private static final long LEAST_A_MINUTE = 60;

    /** Savings and what is added to them within a minute, together, stay below the limit. */
    private static final double SAVED_AT_MOST = 0.10;

    private static final double ADDED_A_MINUTE = 0.85;

    /** How much of a guess readings may use, all at once if need be: no host that has few of them notices. */
    private static final double GUESSED_FOR_READINGS = 0.8;

    private static final int MOST_RAISES = 6;
    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    /**
     * Returns a budget of which nothing is spent.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public static BudgetRecord begin(long most) {
        return new BudgetRecord(
                most > 0 ? most : FIRST_GUESS,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                Traffic.none());
    }

    /**
     * Returns it as of now: every ten seconds the limit is tried a little higher.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public BudgetRecord at(Instant now, long most) {
        // One that lies ahead was raised by a clock that is; further ahead than a rest it was wrong (H24).
        boolean wrong = raised.isAfter(now.plus(REST));
        long rests = wrong ? 1 : Math.max(0, Duration.between(raised, now).toMillis() / REST.toMillis());
        long limit = perMinute;
        for (long raise = 0; raise < Math.min(rests, MOST_RAISES); raise++) {
            limit = higher(limit, most);
        }
        long bounded = most > 0 ? Math.min(most, limit) : limit;
        Instant last = rests > 0 ? now : raised;
        return new BudgetRecord(bounded, paid, booked, last, cut, ceiling, traffic);
    }

    /** Quickly as long as nothing was refused, slowly near what was too much; beyond what was said or needed, never. */
    private long higher(long limit, long most) {
        boolean known = ceiling > 0 && limit < ceiling;
        boolean wanted = most > 0 || known || booked.isAfter(raised);
        if (!wanted) {
            return limit;
        }
        long step = ceiling == 0 ? limit / 8 : known ? limit / 50 : limit / 500;
        return limit + Math.max(1, step);
    }

    /** Returns whether the limit is only guessed: nobody has said, and none was refused. */
    private boolean isGuess(long most) {
        return most == 0 && ceiling == 0;
    }

    /**
     * Returns how many requests of that urgency can be made now.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public long left(Urgency urgency, Instant now, long most) {
        if (isGuess(most)) {
            // A guess holds back those only for whom nobody waits.
            double readings = perMinute * GUESSED_FOR_READINGS - traffic.lately(now);
            return urgency == Urgency.INTERACTIVE ? perMinute : (long) Math.max(0, readings);
        }
        if (urgency != Urgency.INTERACTIVE && isResting(now)) {
            return 0;
        }
        return (long) Math.max(0, saved(now) - (savings() - urgency.shareOf(savings())));
    }

    private boolean isResting(Instant now) {
        return now.isBefore(cut.plus(REST)) && !cut.isAfter(now.plus(REST));
    }

    private double savings() {
        return perMinute * SAVED_AT_MOST;
    }

    private double saved(Instant now) {
        return savings() - debt(now).toNanos() / pace();
    }

    /** Returns for how long it has to be saved until all is there. */
    private Duration debt(Instant now) {
        Duration all = nanos(savings() * pace());
        Duration debt = paid.isAfter(now) ? Duration.between(now, paid) : Duration.ZERO;
        // Interactive requests are let through on credit; anything beyond that was written by a clock that is ahead.
        return debt.compareTo(all.multipliedBy(2)) > 0 ? all : debt;
    }

    /** Returns how many nanoseconds it takes to save for a request. */
    private double pace() {
        return NANOS_A_MINUTE / (perMinute * ADDED_A_MINUTE);
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos((long) nanos);
    }

    /** Returns it after a node took so many requests. */
    public BudgetRecord taken(long requests, Instant now) {
        Duration all = nanos(savings() * pace());
        Duration debt = debt(now).plus(nanos(requests * pace()));
        Instant next = now.plus(debt.compareTo(all) > 0 ? all : debt);
        return new BudgetRecord(perMinute, next, booked, raised, cut, ceiling, traffic.and(requests, now));
    }

    /** Returns how long it takes until there is one request of that urgency again. */
    public Duration until(Urgency urgency, Instant now) {
        double wanted = savings() - urgency.shareOf(savings()) + 1;
        Duration saving = nanos(Math.max(1, wanted - saved(now)) * pace());
        Instant rested = cut.plus(REST);
        boolean rests = urgency != Urgency.INTERACTIVE && isResting(now);
        return rests && rested.isAfter(now.plus(saving)) ? Duration.between(now, rested) : saving;
    }

    /** Returns how long one request of those that are put off takes. */
    public Duration each() {
        return nanos(pace());
    }

    /** Returns it after so many requests were promised, one after the other. */
    public BudgetRecord promised(int requests, Instant now) {
        Instant until = begin(now).plus(each().multipliedBy(requests));
        return new BudgetRecord(perMinute, paid, until, raised, cut, ceiling, traffic);
    }

    /** Returns from when on requests can be promised; from the beginning again where the end is too far away. */
    public Instant begin(Instant now) {
        Instant next = now.plus(until(Urgency.POLL, now));
        return booked.isBefore(next) || booked.isAfter(now.plus(FARTHEST)) ? next : booked;
    }

    /**
     * Returns it after the provider found that too much was asked, which tells what is too much: what was asked in the
     * last minute. Once in ten seconds; readings rest for as long.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public BudgetRecord overspent(Instant now, long most) {
        if (isResting(now)) {
            return this;
        }
        long asked = traffic.lately(now);
        boolean guessed = isGuess(most);
        // Little was asked, so it is others who ask too much: that passes, and is no reason to stop altogether.
        long least = guessed ? LEAST_A_MINUTE : Math.max(LEAST_A_MINUTE, perMinute / 2);
        long limit = Math.max(least, (guessed ? asked : Math.min(asked, perMinute)) * 9 / 10);
        long tooMuch = guessed || asked >= least ? asked : perMinute;
        BudgetRecord lower = new BudgetRecord(limit, now, booked, now, now, Math.max(limit, tooMuch), traffic);
        // What is left is for those who wait: there is room for them as soon as readings rest.
        return lower.owing(Urgency.RENEWAL.shareOf(lower.savings()), now);
    }

    private BudgetRecord owing(double requests, Instant now) {
        return new BudgetRecord(perMinute, now.plus(nanos(requests * pace())), booked, raised, cut, ceiling, traffic);
    }

    static BudgetRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new BudgetRecord(
                fields.number("perMinute"),
                fields.instant("paid"),
                fields.instant("booked"),
                fields.instant("raised"),
                fields.instant("cut"),
                fields.number("ceiling"),
                new Traffic(fields.instant("minute"), fields.number("asked"), fields.number("before")));
    }

    byte[] bytes() {
        return Fields.none()
                .put("perMinute", perMinute)
                .put("paid", paid)
                .put("booked", booked)
                .put("raised", raised)
                .put("cut", cut)
                .put("ceiling", ceiling)
                .put("minute", traffic.minute())
                .put("asked", traffic.asked())
                .put("before", traffic.before())
                .bytes();
    }
}
