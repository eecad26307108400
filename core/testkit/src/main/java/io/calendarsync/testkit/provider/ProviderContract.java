package io.calendarsync.testkit.provider;

/**
 * Proves that an adapter keeps the contract of {@link io.calendarsync.spi.provider.CalendarProvider}. The adapter's test
 * class inherits it:
 *
 * <pre>{@code
 * class MyProviderTest extends ProviderContract {
 *     @Override
 *     public ProviderUnderTest start(int pageSize) {
 *         return new MyStandIn(pageSize);
 *     }
 * }
 * }</pre>
 *
 * <p>Every test starts and stops a stand-in of its own.
 *
 * @since 0.1
 */
public abstract class ProviderContract
        implements Listings,
                Changes,
                OverrideChanges,
                Positions,
                Identities,
                Fetches,
                Faults,
                Secrets,
                Sessions,
                PushRequests,
                Abilities,
                Watching,
                Writes,
                WriteSafety,
                BusyTimes {

    /** For inheriting test classes. */
    protected ProviderContract() {}

    /**
     * Starts an adapter and a stand-in server with one account and one empty calendar.
     *
     * @param pageSize how many items a page of changes holds at most, where the adapter or the stand-in decides it
     */
    @Override
    public abstract ProviderUnderTest start(int pageSize);
}
