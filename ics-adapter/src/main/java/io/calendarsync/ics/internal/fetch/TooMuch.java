package io.calendarsync.ics.internal.fetch;

import java.io.IOException;

/** More bytes came than a limit allows. */
final class TooMuch extends IOException {

    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
        super(message);
    }
}
