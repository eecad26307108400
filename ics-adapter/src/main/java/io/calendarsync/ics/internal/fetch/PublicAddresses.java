package io.calendarsync.ics.internal.fetch;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/**
 * Tells addresses of the public Internet from all others, after the special-purpose registries of IANA (RFC 6890).
 *
 * <p>Of IPv6 only global unicast counts: that leaves out every form that carries an IPv4 address within (mapped,
 * compatible, NAT64), save 6to4 and Teredo, which nobody serves feeds from and which are left out whole.
 */
public final class PublicAddresses {

    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> RESERVED = List.of(
            AddressBlock.of("0.0.0.0/8"),
            AddressBlock.of("10.0.0.0/8"),
            AddressBlock.of("100.64.0.0/10"),
            AddressBlock.of("127.0.0.0/8"),
            AddressBlock.of("169.254.0.0/16"),
            AddressBlock.of("172.16.0.0/12"),
            AddressBlock.of("192.0.0.0/24"),
            AddressBlock.of("192.0.2.0/24"),
            AddressBlock.of("192.88.99.0/24"),
            AddressBlock.of("192.168.0.0/16"),
            AddressBlock.of("198.18.0.0/15"),
            AddressBlock.of("198.51.100.0/24"),
            AddressBlock.of("203.0.113.0/24"),
            AddressBlock.of("224.0.0.0/3"),
            AddressBlock.of("2001::/23"),
            AddressBlock.of("2001:db8::/32"),
            AddressBlock.of("2002::/16"),
            AddressBlock.of("3fff::/20"));

    private PublicAddresses() {}

    /** Returns whether the address is one of the public Internet and not this machine's own. */
    public static boolean includes(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean routed = bytes.length == 4 || GLOBAL_UNICAST.contains(bytes);
        return routed && RESERVED.stream().noneMatch(block -> block.contains(bytes)) && !isOwn(address);
    }

    /** An address that cannot be compared with one's own is taken for one's own. */
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
