package io.calendarsync.benchmarks.google;

import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A provider that takes the time its sessions need to fetch pages of changes. Thread-safe. */
final class FetchMeter implements CalendarProvider {

    private final CalendarProvider provider;
    private final AtomicLong nanos = new AtomicLong();

    FetchMeter(CalendarProvider provider) {
        this.provider = provider;
    }

    /** Returns how long was fetched since this was last asked. */
    long take() {
        return nanos.getAndSet(0);
    }

    @Override
    public ProviderId id() {
        return provider.id();
    }

    @Override
    public Set<String> feedSchemes() {
        return provider.feedSchemes();
    }

    @Override
    public Optional<AuthorizationServer> authorization() {
        return provider.authorization();
    }

    @Override
    public Optional<PushDialect> push() {
        return provider.push();
    }

    /** What a session can do is told by its interfaces, so they are kept. */
    @Override
    public ProviderSession open(SessionContext context) {
        ProviderSession session = provider.open(context);
        return (ProviderSession) Proxy.newProxyInstance(
                ProviderSession.class.getClassLoader(),
                session.getClass().getInterfaces(),
                (proxy, method, arguments) -> {
                    long start = System.nanoTime();
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    } finally {
                        if (method.getName().equals("changes")) {
                            nanos.addAndGet(System.nanoTime() - start);
                        }
                    }
                });
    }
}
