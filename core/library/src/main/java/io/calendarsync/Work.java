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
     * @param parallel how many jobs run at a time; one more thread of the executor keeps leases alive
     */
    void start(Executor executor, int parallel);

    /**
     * Runs up to that many due jobs in the caller's thread.
     *
     * @param limit most jobs to run, 1 or more
     * @return how many ran; fewer than the limit where no more were due
     */
    int runDue(int limit);

    /** {@return when the next job is due, absent where there is none} */
    Optional<Instant> nextDue();
}
