package io.calendarsync.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes on what was written between two flushes in one piece, so that a process that is killed leaves no half line.
 * Confined to one thread.
 */
final class WholeWrites extends OutputStream {

    private final OutputStream out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    WholeWrites(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) {
        held.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        held.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        byte[] whole = held.toByteArray();
        held.reset();
        if (whole.length > 0) {
            out.write(whole);
        }
        out.flush();
    }
}
