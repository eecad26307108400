package io.calendarsync.spi.provider;

import io.calendarsync.model.Access;
import java.net.URI;

/**
 * A provider's OAuth 2.0 server (RFC 6749), with the host's client registered at it. Thread-safe, keeps no state per
 * user. Methods other than {@link #consentPage} make one remote call each and never repeat it: a lost answer to a
 * refresh may have cost a token, and only the library knows which. No fault it throws holds a token, code or secret.
 *
 * @since 0.1
 */
public interface AuthorizationServer {

    /**
     * {@return the page that asks the user for consent}
     *
     * @param consent what is asked
     */
    URI consentPage(Consent consent);

    /**
     * {@return what the user granted}
     *
     * @param consent as it was asked
     * @param code what the provider's redirect brought
     * @throws io.calendarsync.AuthorizationLost if the code is not good (any more)
     * @throws io.calendarsync.Misconfigured if the server does not know the host's client, or its secret is wrong
     * @throws io.calendarsync.TransientFailure if a later try may go better
     */
    Grant exchange(Consent consent, String code);

    /**
     * {@return new tokens for a grant; without a refresh token where the one that was sent stays good}
     *
     * @param refreshToken the grant's
     * @throws io.calendarsync.AuthorizationLost if the server says {@code invalid_grant} (RFC 6749 section 5.2)
     * @throws io.calendarsync.Misconfigured if the server does not know the host's client, or its secret is wrong
     * @throws io.calendarsync.TransientFailure if a later try may go better; whether the token was used up is unknown
     */
    Grant refresh(String refreshToken);

    /**
     * {@return tokens for a user whose organization lets the host act for them, without a refresh token}
     *
     * @param subject the user, as the provider names accounts
     * @param access what is asked for
     * @throws io.calendarsync.AuthorizationLost if the organization does not (any more)
     * @throws io.calendarsync.Misconfigured if the host has given the adapter nothing to act with
     * @throws io.calendarsync.TransientFailure if a later try may go better
     */
    Grant delegate(String subject, Access access);

    /**
     * Ends a grant (RFC 7009); one that has ended already is fine.
     *
     * @param token its refresh token, or an access token where there is none
     * @throws io.calendarsync.TransientFailure if a later try may go better
     */
    void revoke(String token);
}
