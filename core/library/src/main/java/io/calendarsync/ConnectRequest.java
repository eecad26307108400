package io.calendarsync;

import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import java.net.URI;
import java.util.Optional;

/**
 * Asks for an owner's consent. Immutable.
 *
 * @param owner whose connection it is to be: who is signed in
 * @param provider which provider
 * @param redirect where the provider sends the user afterwards, as registered there
 * @param terms what is asked for
 * @param account the mail address or id of the account wanted, empty where the user may choose
 * @param reconnect the connection that is to be brought back; absent for a new one
 * @since 0.1
 */
public record ConnectRequest(
        OwnerId owner,
        ProviderId provider,
        URI redirect,
        Terms terms,
        String account,
        Optional<ConnectionId> reconnect) {

    /**
     * Checks the redirect.
     *
     * @param owner whose connection it is to be
     * @param provider which provider
     * @param redirect where the provider sends the user afterwards
     * @param terms what is asked for
     * @param account the account wanted, empty where the user may choose
     * @param reconnect the connection that is to be brought back; absent for a new one
     * @throws IllegalArgumentException if the redirect is not absolute
     */
    public ConnectRequest {
        if (!redirect.isAbsolute()) {
            throw new IllegalArgumentException(
                    "redirect must be absolute, as registered with the provider: " + redirect);
        }
    }

    /**
     * {@return a request to read events in full}
     *
     * @param owner whose connection it is to be
     * @param provider which provider
     * @param redirect where the provider sends the user afterwards
     */
    public static ConnectRequest of(OwnerId owner, ProviderId provider, URI redirect) {
        return new ConnectRequest(owner, provider, redirect, new Terms(Access.READ, Detail.FULL), "", Optional.empty());
    }

    /**
     * {@return the same with another access}
     *
     * @param access what may be done with the account's calendars
     */
    public ConnectRequest access(Access access) {
        return terms(new Terms(access, terms.detail()));
    }

    /**
     * {@return the same with another detail}
     *
     * @param detail how much is stored
     */
    public ConnectRequest detail(Detail detail) {
        return terms(new Terms(terms.access(), detail));
    }

    private ConnectRequest terms(Terms next) {
        return new ConnectRequest(owner, provider, redirect, next, account, reconnect);
    }

    /**
     * {@return the same for one account}
     *
     * @param hint its mail address or id, which the provider's page fills in
     */
    public ConnectRequest account(String hint) {
        return new ConnectRequest(owner, provider, redirect, terms, hint, reconnect);
    }

    /**
     * {@return the same to bring a connection back, with the account it has}
     *
     * @param connection the connection
     */
    public ConnectRequest reconnecting(ConnectionId connection) {
        return new ConnectRequest(owner, provider, redirect, terms, account, Optional.of(connection));
    }
}
