package io.calendarsync.engine.pull;

import io.calendarsync.FaultSource;
import io.calendarsync.Misconfigured;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.CredentialRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.AccessTokens;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.Recall;
import io.calendarsync.spi.provider.RequestBudget;
import io.calendarsync.spi.provider.SessionContext;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The providers the host registered, and sessions with them. Thread-safe. */
public final class Providers {

    private final Map<ProviderId, CalendarProvider> byId = new LinkedHashMap<>();
    private final CredentialRecords credentials;
    private final Function<ConnectionId, AccessTokens> tokens;
    private final EventRecords events;
    private final BiFunction<ProviderId, Urgency, RequestBudget> budgets;
    private final InstantSource clock;

    /** Creates it. */
    public Providers(
            Collection<CalendarProvider> providers,
            CredentialRecords credentials,
            Function<ConnectionId, AccessTokens> tokens,
            EventRecords events,
            BiFunction<ProviderId, Urgency, RequestBudget> budgets,
            InstantSource clock) {
        providers.forEach(provider -> byId.put(provider.id(), provider));
        this.credentials = credentials;
        this.tokens = tokens;
        this.events = events;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Returns all of them. */
    public Collection<CalendarProvider> all() {
        return byId.values();
    }

    /**
     * Returns the provider with that id.
     *
     * @throws Misconfigured if the host has registered none
     */
    public CalendarProvider get(ProviderId id) {
        CalendarProvider provider = byId.get(id);
        if (provider == null) {
            throw new Misconfigured(
                    "No provider is registered under this id: add it to the builder", FaultSource.of(id.value()));
        }
        return provider;
    }

    /** Returns the provider that reads feeds with that URI scheme. */
    public Optional<CalendarProvider> forScheme(String scheme) {
        String folded = scheme.toLowerCase(Locale.ROOT);
        return byId.values().stream()
                .filter(provider -> provider.feedSchemes().contains(folded))
                .findFirst();
    }

    /** Opens a session for a stored connection, for something somebody waits for. */
    public ProviderSession open(ConnectionRecord connection) {
        return open(connection, Urgency.INTERACTIVE);
    }

    /** Opens a session for a stored connection. */
    public ProviderSession open(ConnectionRecord connection, Urgency urgency) {
        Credential credential = credentials
                .feed(connection.id())
                .<Credential>map(feed -> feed)
                .orElseGet(() -> new Credential.Bearer(tokens.apply(connection.id())));
        return get(connection.provider())
                .open(new SessionContext(
                        connection.id(),
                        credential,
                        clock,
                        recall(connection.id()),
                        budgets.apply(connection.provider(), urgency)));
    }

    private Recall recall(ConnectionId connection) {
        return (calendar, action) -> events.each(Keyspace.calendarId(connection, calendar), action);
    }
}
