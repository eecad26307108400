package io.calendarsync.ics;

import java.io.IOException;

/**
 * Sends one request of a feed over the network, for hosts that have to use an HTTP client of their own: behind a proxy,
 * with a pool, with telemetry. Without one, feeds are fetched over sockets.
 *
 * <p>The library does what makes a feed of the answer: it follows redirects, judges statuses, reads Retry-After, decodes
 * gzip and cuts what is too large. What a transport owes:
 *
 * <ul>
 *   <li>Addresses come from strangers. {@link AddressPolicy} is applied by the library's own transport only, since it has
 *       to be applied to the very address that is connected to: a transport sees to it itself, for every request, and
 *       throws {@link Forbidden}.
 *   <li>Follows no redirect, sends a request once, adds no cookie and no credential of its own.
 *   <li>Asks with the given header fields, and adds none of those itself. The body is handed over as it was sent, without
 *       its transfer coding but with its content coding.
 *   <li>Gives up when the request's time is over, however slowly bytes come; also while the body is read.
 *   <li>A body that ends before its end, by length or chunks, is an {@link IOException}, never a shorter body.
 *   <li>The address is a secret: nothing of it but the host is logged or put into a message.
 * </ul>
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FeedTransport {

    /**
     * Sends a GET and returns what answers it, whatever its status.
     *
     * @param request what to ask for
     * @return the answer, which the caller closes
     * @throws Forbidden if the address leads where feeds must not be fetched from
     * @throws IOException if no complete head of an answer came in time
     */
    FeedResponse send(FeedRequest request) throws IOException;

    /**
     * The address leads where feeds must not be fetched from. Becomes {@link io.calendarsync.AccessDenied}.
     *
     * @since 0.1
     */
    final class Forbidden extends IOException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates it.
         *
         * @param message for the owner of the feed, without anything of the address but its host
         */
        public Forbidden(String message) {
            super(message);
        }
    }
}
