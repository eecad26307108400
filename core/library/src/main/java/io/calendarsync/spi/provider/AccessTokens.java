package io.calendarsync.spi.provider;

/**
 * Access tokens of one grant (RFC 6749 section 1.4), fresh when they are asked for. Thread-safe. May refresh the grant,
 * which is one remote call at a time for all nodes together, so it may also wait for another node's.
 *
 * <p>Both methods throw {@link io.calendarsync.AuthorizationLost} where only the user can help, {@link
 * io.calendarsync.TransientFailure} where a later try may, and {@link io.calendarsync.Misconfigured} where the host has
 * to.
 *
 * @since 0.1
 */
public interface AccessTokens {

    /** {@return a token that is good for some minutes at least, as far as is known} */
    String current();

    /**
     * {@return a token in place of one the server has refused, although it should still have been good}
     *
     * <p>To be asked once for a call: a token that is refused again is not the token's fault, and {@link
     * io.calendarsync.AuthorizationLost} says so.
     *
     * @param refused the token that was refused
     */
    String insteadOf(String refused);
}
