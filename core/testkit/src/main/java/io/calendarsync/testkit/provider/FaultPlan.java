package io.calendarsync.testkit.provider;

/**
 * Stands before and after every call to a fake provider, and may throw: a fault, or the crash of the caller. Runs
 * outside the server's lock, so that it may edit calendars: what is done in {@link #before} is seen by the call.
 *
 * <p>A {@link Refusal} is answered to the caller as an adapter would map it; everything else reaches the caller as it
 * is. An implementation used from several threads is thread-safe.
 *
 * @since 0.1
 */
public interface FaultPlan {

    /**
     * Called before anything has happened; what it throws is all that happens.
     *
     * @param call the call, about to be made or done
     */
    void before(ProviderCall call);

    /**
     * Called when the call has done its work; where it throws, the answer is lost.
     *
     * @param call the call, about to be made or done
     */
    void after(ProviderCall call);

    /** {@return a plan in which nothing goes wrong} */
    static FaultPlan none() {
        return new FaultPlan() {
            @Override
            public void before(ProviderCall call) {}

            @Override
            public void after(ProviderCall call) {}
        };
    }

    /**
     * {@return this plan followed by another: {@code before} in this order, {@code after} too}
     *
     * @param next the plan that is asked second
     */
    default FaultPlan then(FaultPlan next) {
        FaultPlan first = this;
        return new FaultPlan() {
            @Override
            public void before(ProviderCall call) {
                first.before(call);
                next.before(call);
            }

            @Override
            public void after(ProviderCall call) {
                first.after(call);
                next.after(call);
            }
        };
    }
}
