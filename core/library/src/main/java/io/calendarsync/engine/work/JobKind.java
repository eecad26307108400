package io.calendarsync.engine.work;

import io.calendarsync.engine.record.Hold;
import java.time.Instant;
import java.util.Optional;

/** Does one kind of job. Thread-safe; may be told to do the same job twice. */
@FunctionalInterface
public interface JobKind {

    /**
     * Does it.
     *
     * @param target on what
     * @param hold what is held of the job; long work asks between its steps whether it still is
     * @return when it is due again, absent for never; of no account where the claim has ended with what was written
     */
    Optional<Instant> run(String target, Hold hold);
}
