package io.calendarsync.engine.work;

import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Claim;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Fatal;
import io.calendarsync.engine.record.Hold;
import io.calendarsync.engine.record.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due and does it. Any number of workers on any number of nodes share the queues. Thread-safe.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int CLAIMS_AT_ONCE = 8;
    private static final Duration BEAT_EVERY = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration RENEW_AT_LEAST_EVERY = Duration.ofSeconds(10);

    private final DueRecords due;
    private final Map<String, JobKind> kinds;
    private final Supplier<List<String>> queues;
    private final InstantSource clock;
    private final RandomGenerator dice;
    private final SyncObserver observer;
    private final Runnable heartbeat;
    private final Leases leases;
    private final Duration renewEvery;
    private volatile boolean stopped;
    private volatile Instant beat = Instant.MIN;

    /**
     * Creates it.
     *
     * @param kinds what does each kind of job
     * @param queues the queues this node serves
     * @param lease how long a claim holds without being renewed
     * @param heartbeat is run every ten minutes or so while this node works, before any job that is due by then
     */
    public Worker(
            DueRecords due,
            Map<String, JobKind> kinds,
            Supplier<List<String>> queues,
            Duration lease,
            InstantSource clock,
            RandomGenerator dice,
            SyncObserver observer,
            Runnable heartbeat) {
        this.due = due;
        this.kinds = Map.copyOf(kinds);
        this.queues = queues;
        this.clock = clock;
        this.dice = dice;
        this.observer = observer;
        this.heartbeat = heartbeat;
        this.leases = new Leases(due, clock, lease);
        Duration quarter = lease.dividedBy(4);
        this.renewEvery = quarter.compareTo(RENEW_AT_LEAST_EVERY) < 0 ? quarter : RENEW_AT_LEAST_EVERY;
    }

    /**
     * Does up to that many due jobs; returns how many. Once stopped, or on a thread that is interrupted, it does none, and
     * gives back what it has claimed.
     */
    public int runDue(int limit) {
        leases.renew();
        beatNowAndThen();
        int done = 0;
        int before;
        do {
            before = done;
            done += runOnce(limit - before);
        } while (done > before && done < limit && mayGoOn());
        return done;
    }

    /** Empties one queue after the other; what is done may have put something into one that was empty. */
    private int runOnce(int limit) {
        int done = 0;
        List<String> open = new ArrayList<>(queues.get());
        Collections.rotate(open, dice.nextInt(open.size() + 1));
        while (done < limit && !open.isEmpty() && mayGoOn()) {
            String queue = open.get(0);
            List<Job> jobs = due.due(queue, clock.instant(), Math.min(limit - done, CLAIMS_AT_ONCE), dice::nextInt);
            if (jobs.isEmpty()) {
                open.remove(0);
                continue;
            }
            Instant until = leases.end();
            List<Claim> claims = due.claim(jobs, clock.instant(), until);
            observer.claimed(jobs.size(), jobs.size() - claims.size());
            done += runAll(claims, until);
        }
        return done;
    }

    /** Does what was claimed; what it does not get to is given back, or its leases would be renewed for ever. */
    private int runAll(List<Claim> claims, Instant until) {
        claims.forEach(claim -> leases.hold(claim, until));
        Deque<Claim> left = new ArrayDeque<>(claims);
        try {
            while (!left.isEmpty() && mayGoOn()) {
                Claim claim = left.remove();
                run(claim, kinds.getOrDefault(claim.job().kind(), this::unknown), () -> !stopped);
            }
        } finally {
            left.forEach(leases::release);
            left.forEach(claim -> putBackQuietly(claim, Duration.ZERO, claim.attempts()));
        }
        return claims.size() - left.size();
    }

    private boolean mayGoOn() {
        return !stopped && !Thread.currentThread().isInterrupted();
    }

    /** Starts no further job, and lets those that ask whether their claim still holds end where they are. */
    public void stop() {
        stopped = true;
    }

    /** Returns how often leases are to be renewed: every quarter of their length, and at least every 10 seconds. */
    public Duration renewEvery() {
        return renewEvery;
    }

    /** Does a job now, in the way given, whether it is due or not; returns whether it could be claimed. */
    public boolean runNow(Job job, JobKind kind) {
        Instant until = leases.end();
        Optional<Claim> claim = due.claimNow(job, clock.instant(), until);
        claim.ifPresent(held -> {
            leases.hold(held, until);
            run(held, kind, () -> true);
        });
        return claim.isPresent();
    }

    /**
     * Does something else under the claim of a job, which is then due as it was before; returns whether it could be
     * claimed.
     */
    public boolean runUnder(Job job, Consumer<BooleanSupplier> work) {
        Instant until = leases.end();
        Optional<DueRecords.Borrowed> borrowed = due.borrow(job, clock.instant(), until);
        borrowed.ifPresent(held -> {
            leases.hold(held.claim(), until);
            JobKind kind = (target, hold) -> {
                work.accept(hold::isOurs);
                return held.again();
            };
            run(held.claim(), kind, () -> !stopped);
        });
        return borrowed.isPresent();
    }

    /** Renews the leases of jobs that are being done; to be called now and then while they are. */
    public void renewLeases() {
        leases.renew();
    }

    /** Returns when the next job is due. */
    public Optional<Instant> nextDue() {
        return queues.get().stream().flatMap(queue -> due.next(queue).stream()).min(Instant::compareTo);
    }

    /** A kind that a newer node has put there is left to those that know it. */
    private Optional<Instant> unknown(String target, Hold hold) {
        return Optional.of(clock.instant().plus(LONGEST_PAUSE));
    }

    private void run(Claim claim, JobKind kind, BooleanSupplier mayGoOn) {
        try {
            if (!leases.isHeld(claim)) {
                return;
            }
            Hold hold = new Hold(due, claim, () -> mayGoOn.getAsBoolean() && leases.isHeld(claim));
            Optional<Instant> again = kind.run(claim.job().target(), hold);
            if (hold.ended().isEmpty()) {
                due.finish(claim, again, 0, clock.instant());
            }
        } catch (Throwable e) {
            if (Fatal.isFatal(e)) {
                putBackQuietly(claim, FIRST_PAUSE, claim.attempts() + 1);
                throw e;
            }
            giveBack(claim, e);
        } finally {
            leases.release(claim);
        }
    }

    /** What failed unexpectedly is tried again. */
    private void giveBack(Claim claim, Throwable fault) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.attempts(), 10));
        putBack(claim, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause, claim.attempts() + 1);
        LOG.warn(
                "job failed kind={} target={} attempts={}",
                claim.job().kind(),
                claim.job().target(),
                claim.attempts() + 1,
                fault);
        observer.jobFailed(claim.job().kind(), fault);
    }

    /** Makes a job due after a pause; should even that not be written, its lease runs out. */
    private void putBack(Claim claim, Duration pause, int attempts) {
        try {
            Instant now = clock.instant();
            due.finish(claim, Optional.of(now.plus(pause)), attempts, now);
        } catch (RuntimeException | Error e) {
            if (Fatal.isFatal(e)) {
                throw e;
            }
            LOG.debug(
                    "job keeps its lease kind={} target={}",
                    claim.job().kind(),
                    claim.job().target(),
                    e);
        }
    }

    /** For where something has been thrown already, which matters more than whatever goes wrong here. */
    private void putBackQuietly(Claim claim, Duration pause, int attempts) {
        try {
            putBack(claim, pause, attempts);
        } catch (Error e) {
            LOG.debug("job keeps its lease kind={}", claim.job().kind(), e);
        }
    }

    /** What a node does beside its jobs for as long as it is there. */
    private void beatNowAndThen() {
        Instant now = clock.instant();
        boolean never = beat.equals(Instant.MIN);
        if (never || Duration.between(beat, now).abs().compareTo(BEAT_EVERY) >= 0) {
            heartbeat.run();
            queues.get().forEach(queue -> due.rescue(queue, now));
            beat = now;
        }
    }
}
