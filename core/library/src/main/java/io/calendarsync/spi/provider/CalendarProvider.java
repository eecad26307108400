package io.calendarsync.spi.provider;

import java.util.Optional;
import java.util.Set;

/**
 * One kind of calendar. Thread-safe, keeps no state per user; the same adapter may be registered twice under two ids.
 *
 * @since 0.1
 */
public interface CalendarProvider {

    /** {@return the name under which the host registered it} */
    ProviderId id();

    /**
     * {@return the URI schemes, in lower case, of feeds that can be connected by address alone; empty where an account
     * has to give its consent}
     */
    Set<String> feedSchemes();

    /**
     * {@return the server that gives and renews grants for the provider's accounts; absent where {@link #feedSchemes} are
     * all there is}
     */
    Optional<AuthorizationServer> authorization();

    /** {@return how to read the provider's notifications; absent where it sends none} */
    Optional<PushDialect> push();

    /**
     * Opens a session for one connection. Makes no remote call.
     *
     * @param context whose connection it is, and what the session may use
     * @return a session the caller closes
     * @throws io.calendarsync.PermanentFailure if the credential is not of a kind this provider can use
     */
    ProviderSession open(SessionContext context);
}
