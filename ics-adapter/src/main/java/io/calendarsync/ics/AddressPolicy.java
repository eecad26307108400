package io.calendarsync.ics;

import io.calendarsync.ics.internal.fetch.PublicAddresses;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which machines feeds may be fetched from. It is asked about the very address that is then connected to, on
 * every hop of a redirect, so no spelling of a name and no change of a name's address gets around it.
 *
 * <p>Implementations are thread-safe and quick: no look-ups.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AddressPolicy {

    /**
     * Tells whether a connection may be made.
     *
     * @param host the name as the address or redirect gives it, in lower case
     * @param address what the name stands for
     * @return whether it may
     */
    boolean permits(String host, InetAddress address);

    /**
     * {@return the policy that permits what the public Internet can reach: no private, loopback, link-local, shared,
     * multicast, documentation, translated or otherwise reserved address, and none of this machine's own}
     */
    static AddressPolicy publicOnly() {
        return (host, address) -> PublicAddresses.includes(address);
    }

    /** {@return the policy that permits every address; for feeds that the host itself wrote down} */
    static AddressPolicy everywhere() {
        return (host, address) -> true;
    }

    /**
     * Adds names that are permitted whatever they stand for.
     *
     * @param hosts names or literal addresses, compared as written, case aside
     * @return a policy that permits them, and else what this one permits
     */
    default AddressPolicy orHosts(Set<String> hosts) {
        Set<String> permitted =
                hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return (host, address) -> permitted.contains(host) || permits(host, address);
    }
}
