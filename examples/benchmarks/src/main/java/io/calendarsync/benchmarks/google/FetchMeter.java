package io.calendarsync.benchmarks.google;

import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.SessionContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A provider that takes the time its sessions need to fetch pages of changes. Thread-safe. */
final class FetchMeter implements CalendarProvider {

    private final CalendarProvider provider;
    private final Queue<Fetch> fetches = new ConcurrentLinkedQueue<>();

    FetchMeter(CalendarProvider provider) {
        this.provider = provider;
    }

    /** Returns for how much of that stretch something was fetched, and forgets what was before its end. */
    long within(long from, long until) {
        List<Fetch> known = new ArrayList<>();
        for (Fetch fetch = fetches.poll(); fetch != null; fetch = fetches.poll()) {
            known.add(fetch);
        }
        known.sort(Comparator.comparingLong(Fetch::start));
        long fetched = 0;
        long counted = from;
        // Several at a time are no longer than the time they take together.
        for (Fetch fetch : known) {
            long end = Math.min(until, fetch.end());
            fetched += Math.max(0, end - Math.max(counted, fetch.start()));
            counted = Math.max(counted, end);
        }
        return fetched;
    }

    /** When something was fetched, by {@link System#nanoTime}. */
    private record Fetch(long start, long end) {}

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
                            fetches.add(new Fetch(start, System.nanoTime()));
                        }
                    }
                });
    }
}
