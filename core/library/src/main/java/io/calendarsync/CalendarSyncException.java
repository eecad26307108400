package io.calendarsync;

import org.jspecify.annotations.Nullable;

/**
 * Root of every fault the library throws or an adapter reports; {@link TransientFailure} may pass by itself,
 * {@link PermanentFailure} will not.
 *
 * @since 0.1
 */
public abstract sealed class CalendarSyncException extends RuntimeException permits TransientFailure, PermanentFailure {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable FaultSource source;

    CalendarSyncException(String message, FaultSource source, @Nullable Throwable cause) {
        super(message + source.suffix(), cause);
        this.source = source;
    }

    /** {@return where the fault arose} */
    public FaultSource source() {
        return source == null ? FaultSource.unknown() : source;
    }
}
