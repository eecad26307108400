package io.calendarsync;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * May pass by itself: the library tries again later, with growing pauses.
 *
 * @since 0.1
 */
public abstract sealed class TransientFailure extends CalendarSyncException permits RateLimited, ProviderUnavailable {

    private static final long serialVersionUID = 1L;

    TransientFailure(String message, FaultSource source, @Nullable Throwable cause) {
        super(message, source, cause);
    }

    /** {@return the pause the provider asked for, absent where it named none} */
    public Optional<Duration> retryAfter() {
        return source().retryAfter();
    }
}
