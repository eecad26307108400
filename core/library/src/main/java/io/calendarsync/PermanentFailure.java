package io.calendarsync;

import org.jspecify.annotations.Nullable;

/**
 * Will not pass by itself: something has to change first, and the message says what.
 *
 * @since 0.1
 */
public abstract sealed class PermanentFailure extends CalendarSyncException
        permits CursorLost, AuthorizationLost, AccessDenied, NotFound, StaleVersion, InvalidRequest, Misconfigured {

    private static final long serialVersionUID = 1L;

    PermanentFailure(String message, FaultSource source, @Nullable Throwable cause) {
        super(message, source, cause);
    }
}
