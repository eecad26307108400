package io.calendarsync.ics.internal.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Opens a connection to one address. */
@FunctionalInterface
interface Connector {

    /** Returns a connected socket whose reads end at the deadline. */
    Socket connect(InetAddress address, int port, Deadline deadline) throws IOException;

    /** Returns the connector over TCP. */
    static Connector tcp(Duration timeout) {
        int most = Math.toIntExact(timeout.toMillis());
        return (address, port, deadline) -> {
            Socket socket = new DeadlineSocket(deadline);
            try {
                socket.connect(new InetSocketAddress(address, port), deadline.millisLeft(most));
                return socket;
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        };
    }
}
