package io.calendarsync.engine.publish;

import java.time.Duration;

/** Tells how long to wait after failures. Thread-safe. */
public interface Pauses {

    /**
     * Returns how long to wait.
     *
     * @param failures how often in a row it failed, 1 or more
     */
    Duration after(int failures);
}
