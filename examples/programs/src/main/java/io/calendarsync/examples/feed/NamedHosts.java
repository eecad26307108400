package io.calendarsync.examples.feed;

import io.calendarsync.ics.AddressPolicy;
import java.net.InetAddress;
import java.util.Set;

/**
 * Permits the public Internet, and the hosts somebody named whatever they stand for. A name never leads to a link-local
 * address, where machines in a cloud are told their secrets: such an address must have been named itself.
 *
 * @param named the hosts, in lower case, as addresses are compared
 */
record NamedHosts(Set<String> named) implements AddressPolicy {

    private static final String LITERAL = "[0-9.]+|.*:.*";

    NamedHosts {
        named = Set.copyOf(named);
    }

    @Override
    public boolean permits(String host, InetAddress address) {
        boolean isNamed = named.contains(host) && (!address.isLinkLocalAddress() || host.matches(LITERAL));
        return isNamed || AddressPolicy.publicOnly().permits(host, address);
    }
}
