package io.calendarsync.ics.internal.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads nothing after a deadline, whoever waits below. Not thread-safe. */
final class DeadlineInput extends FilterInputStream {

    private final Deadline deadline;

    DeadlineInput(InputStream in, Deadline deadline) {
        super(in);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        deadline.left();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        deadline.left();
        return super.read(buffer, offset, length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
