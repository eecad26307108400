package io.calendarsync.ics.internal.fetch;

import io.calendarsync.ics.AddressPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/**
 * Connects to a host: its name is resolved once, every address is checked, and the connection is made to one of the very
 * addresses that were checked. A name with one address that is not permitted is not permitted at all.
 */
final class Dialer {

    private static final int MOST_ADDRESSES = 4;

    private final Resolver resolver;
    private final AddressPolicy policy;
    private final Connector connector;

    /** The name stands for an address that must not be connected to. */
    static final class Denied extends Exception {

        private static final long serialVersionUID = 1L;
    }

    Dialer(Resolver resolver, AddressPolicy policy, Connector connector) {
        this.resolver = resolver;
        this.policy = policy;
        this.connector = connector;
    }

    Socket dial(FeedAddress feed, Deadline deadline) throws IOException, Denied {
        List<InetAddress> addresses = resolver.resolve(feed.host());
        for (InetAddress address : addresses) {
            if (!policy.permits(feed.host(), address)) {
                throw new Denied();
            }
        }
        IOException failure = new ConnectException("no address");
        for (InetAddress address : addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
            try {
                return connector.connect(address, feed.port(), deadline);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
