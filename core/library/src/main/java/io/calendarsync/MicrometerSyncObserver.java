package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what the engine does in a Micrometer registry, which the host brings along (the dependency is optional).
 * Thread-safe. No owner, calendar or address is in a name or tag.
 *
 * <table>
 * <caption>Meters, all of them counters</caption>
 * <tr><th>name</th><th>tags</th><th>counts</th></tr>
 * <tr><td>{@code calendarsync.claims}</td><td>{@code result}: won, lost</td><td>jobs reached for</td></tr>
 * <tr><td>{@code calendarsync.jobs.failed}</td><td>{@code kind}</td><td>jobs that failed unexpectedly</td></tr>
 * <tr><td>{@code calendarsync.pulls}</td><td>{@code outcome}, {@code state}</td><td>turns at calendars</td></tr>
 * <tr><td>{@code calendarsync.deliveries}</td><td>{@code subscriber}</td><td>turns at deliveries</td></tr>
 * <tr><td>{@code calendarsync.deliveries.failed}</td><td>{@code subscriber}, {@code parked}: true, false</td><td>failures
 * of handlers</td></tr>
 * </table>
 *
 * @since 0.1
 */
public final class MicrometerSyncObserver implements SyncObserver {

    private final MeterRegistry registry;

    /**
     * Creates it.
     *
     * @param registry where to count; closed by the host
     */
    public MicrometerSyncObserver(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void claimed(int reachedFor, int wasted) {
        registry.counter("calendarsync.claims", "result", "won").increment(reachedFor - wasted);
        registry.counter("calendarsync.claims", "result", "lost").increment(wasted);
    }

    @Override
    public void jobFailed(String kind, Throwable fault) {
        registry.counter("calendarsync.jobs.failed", "kind", kind).increment();
    }

    @Override
    public void pulled(CalendarId calendar, SyncReport report) {
        registry.counter("calendarsync.pulls", "outcome", tag(report.outcome()), "state", tag(report.state()))
                .increment();
    }

    @Override
    public void deliveryFailed(String subscriber, String log, int attempt, boolean parked, Throwable fault) {
        registry.counter("calendarsync.deliveries.failed", "subscriber", subscriber, "parked", Boolean.toString(parked))
                .increment();
    }

    @Override
    public void delivered(String subscriber, String log) {
        registry.counter("calendarsync.deliveries", "subscriber", subscriber).increment();
    }

    private static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
