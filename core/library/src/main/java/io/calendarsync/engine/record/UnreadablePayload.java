package io.calendarsync.engine.record;

import org.jspecify.annotations.Nullable;

/** A payload no build has written: it was damaged, or is not one of ours. The message holds none of its content. */
public final class UnreadablePayload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadablePayload(String message) {
        super(message);
    }

    UnreadablePayload(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
