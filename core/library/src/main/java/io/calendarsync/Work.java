package io.calendarsync;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Runs what is due: readings, deliveries, housekeeping. Any number of nodes may run it over one store. Thread-safe.
 *
 * @since 0.1
 */
public interface Work {

    /**
     * Runs what is due, as it becomes due, until {@link CalendarSync#close}.
     *
     * @param executor the host's; the host closes it
     * @param parallel how many jobs run at a time, 1 or more; one more thread of the executor keeps leases alive. Where
     *     the executor has none left, jobs keep their own leases alive between entries, see {@link #runDue}
     * @throws IllegalArgumentException if {@code parallel} is less than 1
     */
    void start(Executor executor, int parallel);

    /**
     * Runs up to that many due jobs in the caller's thread.
     *
     * <p>A job's lease is renewed between the entries it delivers, not during one: a handler is to return within half
     * of {@link CalendarSyncBuilder#lease}, or another node may deliver the same entry too. While {@link #start} runs as
     * well, leases are renewed all the time.
     *
     * @param limit most jobs to run, 0 or more
     * @return how many ran; fewer than the limit where no more were due, 0 after {@link CalendarSync#close} or on an
     *     interrupted thread
     * @throws IllegalArgumentException if the limit is negative
     */
    int runDue(int limit);

    /** {@return when the next job is due, absent where there is none} */
    Optional<Instant> nextDue();
}
