package io.calendarsync.google.internal.api;

import java.io.IOException;

/** An answer that is larger than is read. */
final class TooMuch extends IOException {

    private static final long serialVersionUID = 1L;

    TooMuch() {
        super("too many bytes");
    }
}
