package io.calendarsync.engine.record;

import java.time.Duration;
import java.time.Instant;

/**
 * What may be asked of a provider: requests are saved up at a steady rate, and spent; how many a minute is said by the
 * host or found out. Pure: what follows is another record.
 *
 * @param savings how many requests any sixty seconds may see, and what of them is there
 * @param booked until when requests are promised to readings that had to be put off
 * @param raised when it was last looked at whether the limit can be raised
 * @param cut when the limit was last lowered
 * @param ceiling how many requests a minute were too much; 0 where none have been yet
 * @param traffic how much was asked of late
 */
public record BudgetRecord(
        Savings savings, Instant booked, Instant raised, Instant cut, long ceiling, Traffic traffic) {

    /** How long readings rest after the provider found that too much was asked, and how often the limit is raised. */
    static final Duration REST = Duration.ofSeconds(10);

    /** Put off further than this, a reading would not see that there is room again. */
    static final Duration FARTHEST = Duration.ofMinutes(5);

    private static final long FIRST_GUESS = 600;
    private static final long LEAST_A_MINUTE = 60;
    private static final int MOST_RAISES = 6;

    /** How much of a guess readings may use, all at once if need be: no host that has few of them notices. */
    private static final double GUESSED_FOR_READINGS = 0.8;

    /**
     * Returns a budget of which nothing is spent.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public static BudgetRecord begin(long most) {
        Savings savings = new Savings(most > 0 ? most : FIRST_GUESS, Instant.EPOCH);
        return new BudgetRecord(savings, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0, Traffic.none());
    }

    /** Returns how many requests any sixty seconds may see; a guess where nobody has said and none was refused. */
    public long perMinute() {
        return savings.perMinute();
    }

    /**
     * Returns it as of now: every ten seconds the limit is tried a little higher.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public BudgetRecord at(Instant now, long most) {
        // One that lies ahead was raised by a clock that is; further ahead than a rest it was wrong (H24).
        boolean wrong = raised.isAfter(now.plus(REST));
        long rests = wrong ? 1 : Math.max(0, Duration.between(raised, now).dividedBy(REST));
        long limit = perMinute();
        for (long raise = 0; raise < Math.min(rests, MOST_RAISES); raise++) {
            limit = higher(limit, most);
        }
        long bounded = most > 0 ? Math.min(most, limit) : limit;
        return new BudgetRecord(
                savings.limit(bounded).at(now), booked, rests > 0 ? now : raised, cut, ceiling, traffic);
    }

    /** Quickly as long as nothing was refused, slowly near what was too much; beyond what was said or needed, never. */
    private long higher(long limit, long most) {
        boolean known = limit < ceiling;
        boolean wanted = most > 0 || known || booked.isAfter(raised);
        long step = ceiling == 0 ? limit / 8 : known ? limit / 50 : limit / 500;
        return wanted ? limit + Math.max(1, step) : limit;
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
            // A guess holds back only those for whom nobody waits.
            double readings = perMinute() * GUESSED_FOR_READINGS - traffic.lately(now);
            return urgency == Urgency.INTERACTIVE ? perMinute() : (long) Math.max(0, readings);
        }
        boolean rests = urgency != Urgency.INTERACTIVE && isResting(now);
        return rests ? 0 : (long) Math.max(0, savings.left(urgency, now));
    }

    /** A cut that lies ahead was made by a clock that is; further ahead than a rest it was wrong (H24). */
    private boolean isResting(Instant now) {
        return now.isBefore(cut.plus(REST)) && !cut.isAfter(now.plus(REST));
    }

    /** Returns it after a node took so many requests. */
    public BudgetRecord taken(long requests, Instant now) {
        return new BudgetRecord(savings.spent(requests, now), booked, raised, cut, ceiling, traffic.and(requests, now));
    }

    /** Returns how long it takes until there is one request of that urgency again. */
    public Duration until(Urgency urgency, Instant now) {
        Duration saving = savings.until(urgency, now);
        if (urgency == Urgency.INTERACTIVE || !isResting(now)) {
            return saving;
        }
        Duration rest = Duration.between(now, cut.plus(REST));
        return rest.compareTo(saving) > 0 ? rest : saving;
    }

    /** Returns how long one request of those that are put off takes. */
    public Duration each() {
        return savings.each();
    }

    /** Returns it after so many requests were promised, one after the other. */
    public BudgetRecord promised(int requests, Instant now) {
        Instant until = begin(now).plus(each().multipliedBy(requests));
        return new BudgetRecord(savings, until, raised, cut, ceiling, traffic);
    }

    /** Returns from when on requests can be promised; from the beginning again where the end is too far away. */
    public Instant begin(Instant now) {
        Instant next = now.plus(until(Urgency.POLL, now));
        return booked.isBefore(next) || booked.isAfter(now.plus(FARTHEST)) ? next : booked;
    }

    /**
     * Returns it after the provider found that too much was asked, which tells what is too much: what was asked in the
     * last minute. Once in ten seconds; readings rest for as long, so that there is room for those who wait.
     *
     * @param most the highest limit, 0 where nobody has said
     */
    public BudgetRecord overspent(Instant now, long most) {
        if (isResting(now)) {
            return this;
        }
        long asked = traffic.lately(now);
        if (isGuess(most)) {
            return cut(Math.max(LEAST_A_MINUTE, asked * 9 / 10), asked, now);
        }
        // Where little was asked, others ask too much: that passes, and is no reason to stop altogether.
        long half = Math.max(LEAST_A_MINUTE, perMinute() / 2);
        long limit = Math.max(half, Math.min(asked, perMinute()) * 9 / 10);
        return cut(limit, asked >= half ? asked : perMinute(), now);
    }

    private BudgetRecord cut(long limit, long tooMuch, Instant now) {
        Savings kept = savings.limit(limit).after(Urgency.RENEWAL, now);
        return new BudgetRecord(kept, booked, now, now, Math.max(limit, tooMuch), traffic);
    }

    static BudgetRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new BudgetRecord(
                new Savings(fields.number("perMinute"), fields.instant("paid")),
                fields.instant("booked"),
                fields.instant("raised"),
                fields.instant("cut"),
                fields.number("ceiling"),
                new Traffic(fields.instant("minute"), fields.number("asked"), fields.number("before")));
    }

    byte[] bytes() {
        return Fields.none()
                .put("perMinute", savings.perMinute())
                .put("paid", savings.paid())
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
