package io.calendarsync.engine.work;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Does one kind of job. Thread-safe; may be told to do the same job twice. */
@FunctionalInterface
public interface JobKind {

    /**
     * Does it.
     *
     * @param target on what
     * @param stillOurs whether the claim is still held; long work asks between its steps
     * @return when it is due again, absent for never
     */
    Optional<Instant> run(String target, BooleanSupplier stillOurs);
}
