package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ProviderId;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Connects owners to accounts and feeds. Thread-safe.
 *
 * @since 0.1
 */
public interface Connections {

    /**
     * {@return the provider's page that asks the user for consent: send the browser there}
     *
     * <p>Good once, for ten minutes, and for this owner (RFC 6749 section 10.12, RFC 7636). Makes no remote call.
     *
     * @param request whose consent for what
     * @throws InvalidRequest if the provider is one of feeds, the owner is being erased, or the connection to be brought
     *     back is another owner's or keeps another detail
     * @throws Misconfigured if no such provider is registered
     */
    URI begin(ConnectRequest request);

    /**
     * Takes what the provider's redirect brought: exchanges the code, finds the account and its calendars, and makes
     * their first reading due. The same account again renews its connection. Makes a few remote calls.
     *
     * @param signedIn who is signed in to the host in this browser, as the host's own session says: never taken from the
     *     request
     * @param callbackQuery the decoded parameters of the redirect
     * @return {@link Connected}, or {@link Declined} with the reason
     * @throws TransientFailure if the provider cannot be reached: nothing is connected, begin again
     * @throws Misconfigured if the provider does not accept the application itself
     */
    ConnectResult complete(OwnerId signedIn, Map<String, String> callbackQuery);

    /**
     * Connects an account of an organization that lets the application act for its users. Makes a few remote calls.
     *
     * @param owner whose connection it is to be
     * @param provider which provider
     * @param subject the user, such as a mail address
     * @param terms what is asked for
     * @return the connection and its calendars
     * @throws AuthorizationLost if the organization does not let the application act for that user
     * @throws InvalidRequest if the provider is one of feeds, or the owner is being erased
     * @throws Misconfigured if the provider was given nothing to act with
     */
    Connected connectDelegated(OwnerId owner, ProviderId provider, String subject, Terms terms);

    /**
     * Takes over a grant the host has got itself; from here on the host must not use its refresh token any more. Makes a
     * few remote calls.
     *
     * @param owner whose connection it is to be
     * @param provider which provider
     * @param tokens the grant
     * @param detail how much is stored
     * @return the connection and its calendars
     * @throws AuthorizationLost if the grant is not good
     * @throws InvalidRequest if the provider is one of feeds, or the owner is being erased
     */
    Connected adopt(OwnerId owner, ProviderId provider, Tokens tokens, Detail detail);

    /**
     * Connects an owner to a feed; connecting the same feed again changes nothing but the zone. Makes no remote call: the
     * first reading is due at once.
     *
     * @param owner whose connection it is
     * @param feed the feed's address, which is treated as a secret
     * @param floatingZone the zone in which times without one are read
     * @return the connection and its one calendar
     * @throws InvalidRequest if no registered provider reads addresses of that kind, or the owner is still being erased
     * @throws Misconfigured if it is connected already and this node lacks the key to what is stored
     */
    Connected connectFeed(OwnerId owner, URI feed, ZoneId floatingZone);

    /**
     * {@return an owner's connections}
     *
     * @param owner whose connections they are
     */
    List<CalendarConnection> list(OwnerId owner);

    /**
     * {@return the calendars of a connection}
     *
     * @param connection the id of the connection
     */
    List<SyncedCalendar> calendars(ConnectionId connection);

    /**
     * Says what a calendar is used for. A new one that belongs to its account is used for {@link Use#standard}; others,
     * as of holidays or of colleagues, for nothing until this is said.
     *
     * @param calendar the calendar's id
     * @param uses what it is used for, in place of what was said before
     * @throws NotFound if there is no such calendar
     * @throws IllegalArgumentException if there are uses without {@link Use#SYNC} among them
     */
    void use(CalendarId calendar, Set<Use> uses);

    /**
     * Stops reading until {@link #resume}; what is stored stays.
     *
     * @param connection the id of the connection
     * @throws NotFound if there is no such connection
     */
    void pause(ConnectionId connection);

    /**
     * Reads again.
     *
     * @param connection the id of the connection
     * @throws NotFound if there is no such connection
     */
    void resume(ConnectionId connection);

    /**
     * Ends a connection: watch channels are stopped, the grant is revoked if no other connection is to the same account,
     * and what was stored is erased: credential, events, logs. Makes a few remote calls, none of which has to succeed. Does
     * nothing where there is no such connection.
     *
     * <p>What the host has published can be taken back first, at about one remote call each. That needs a connection that
     * is {@link ConnectionState#ACTIVE}; what the provider refuses to delete stays, and is told.
     *
     * @param connection the id of the connection
     * @param ours what becomes of what was published there
     * @return what stays at the provider
     * @throws ProviderUnavailable if something is to be taken back and could not be for now: what was not yet is still
     *     known, the connection stands, and the call may be repeated
     */
    Departure disconnect(ConnectionId connection, OurEvents ours);

    /**
     * Ends a connection and keeps what was published: the same as {@link #disconnect(ConnectionId, OurEvents)} with {@link
     * OurEvents#KEEP}.
     *
     * @param connection the id of the connection
     * @return what stays at the provider
     */
    default Departure disconnect(ConnectionId connection) {
        return disconnect(connection, OurEvents.KEEP);
    }
}
