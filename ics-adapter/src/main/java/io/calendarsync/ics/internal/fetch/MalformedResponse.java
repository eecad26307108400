package io.calendarsync.ics.internal.fetch;

import java.io.IOException;

/** The answer is not HTTP as RFC 9112 has it, or uses a coding nobody asked for. The message shows nothing of it. */
final class MalformedResponse extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedResponse(String message) {
        super(message);
    }
}
