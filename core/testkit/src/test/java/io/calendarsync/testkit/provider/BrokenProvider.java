package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A provider whose sessions are broken. */
class BrokenProvider implements CalendarProvider {

    final CalendarProvider whole;
    private final BiFunction<ProviderSession, SessionContext, ProviderSession> breakage;

    BrokenProvider(CalendarProvider whole, BiFunction<ProviderSession, SessionContext, ProviderSession> breakage) {
        this.whole = whole;
        this.breakage = breakage;
    }

    @Override
    public ProviderId id() {
        return whole.id();
    }

    @Override
    public Set<String> feedSchemes() {
        return whole.feedSchemes();
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return whole.authorization();
    }

    @Override
    public Optional<PushDialect> push() {
        return whole.push();
    }

    @Override
    public ProviderSession open(SessionContext context) {
        return breakage.apply(whole.open(context), context);
    }
}
