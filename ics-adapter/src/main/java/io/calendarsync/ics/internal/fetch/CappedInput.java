package io.calendarsync.ics.internal.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads at most so many bytes, and fails at the next. Not thread-safe. */
final class CappedInput extends FilterInputStream {

    private final String what;
    private final long most;
    private long count;

    CappedInput(InputStream in, String what, long most) {
        super(in);
        this.what = what;
        this.most = most;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(int read) throws IOException {
        count += read;
        if (count > most) {
            throw new TooMuch("more than " + most + " bytes " + what);
        }
    }
}
