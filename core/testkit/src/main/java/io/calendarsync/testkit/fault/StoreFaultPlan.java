package io.calendarsync.testkit.fault;

/**
 * Stands before and after every call to a store, and may throw: a
 * {@link io.calendarsync.spi.store.StoreException}, or the crash of the node that called. What reaches the caller is
 * what was thrown, as it is. An implementation used from several threads is thread-safe.
 *
 * @since 0.1
 */
public interface StoreFaultPlan {

    /**
     * Called before the store is; where it throws, the store never hears of the call.
     *
     * @param call the call, with its result where there is one
     */
    void before(StoreCall call);

    /**
     * Called when the store has answered; where it throws, the answer is lost and what was committed stays.
     *
     * @param call the call, with its result where there is one
     */
    void after(StoreCall call);

    /** {@return a plan in which nothing goes wrong} */
    static StoreFaultPlan none() {
        return new StoreFaultPlan() {
            @Override
            public void before(StoreCall call) {}

            @Override
            public void after(StoreCall call) {}
        };
    }
}
