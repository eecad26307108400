package io.calendarsync.recurrence;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * An override and the instance it was found to stand for.
 *
 * @param event the override
 * @param shape its shape
 * @param local the wall clock of the instance
 * @param at the instant of the instance
 */
record Placed(Event event, EventShape.Override shape, LocalDateTime local, Instant at) {

    /** Returns what later instances look like if it stands for them too. */
    Model model() {
        return new Model(event, local, at);
    }
}
