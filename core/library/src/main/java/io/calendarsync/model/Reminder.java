package io.calendarsync.model;

import java.time.Duration;

/**
 * A reminder relative to the start of each instance.
 *
 * @param before how long before the start; negative means after it
 * @param method how the owner is reminded
 * @since 0.1
 */
public record Reminder(Duration before, Method method) {

    /** How somebody is reminded. */
    public enum Method {
        /** A notice on a screen. */
        DISPLAY,
        /** A mail. */
        EMAIL,
        /** A sound. */
        AUDIO
    }
}
