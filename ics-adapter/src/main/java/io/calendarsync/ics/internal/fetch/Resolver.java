package io.calendarsync.ics.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
interface Resolver {

    /** Returns at least one address. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** Returns the resolver of the Java platform; what it calls an invalid literal is an unknown name. */
    static Resolver system() {
        return host -> {
            try {
                return List.of(InetAddress.getAllByName(host));
            } catch (IllegalArgumentException e) {
                throw new UnknownHostException(host);
            }
        };
    }
}
