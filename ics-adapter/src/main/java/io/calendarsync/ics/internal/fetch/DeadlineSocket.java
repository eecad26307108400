package io.calendarsync.ics.internal.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;

/**
 * A socket that gives up at a deadline however slowly bytes trickle in: every read, also those of a TLS layer above it,
 * waits no longer than the time that is left. Ignores the JVM's proxies, which would connect somewhere else.
 */
final class DeadlineSocket extends Socket {

    private final Deadline deadline;

    DeadlineSocket(Deadline deadline) {
        super(Proxy.NO_PROXY);
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new DeadlineInput(super.getInputStream());
    }

    private final class DeadlineInput extends FilterInputStream {

        DeadlineInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            waitNoLongerThanLeft();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            waitNoLongerThanLeft();
            return super.read(buffer, offset, length);
        }

        private void waitNoLongerThanLeft() throws IOException {
            setSoTimeout(deadline.millisLeft(Integer.MAX_VALUE));
        }
    }
}
