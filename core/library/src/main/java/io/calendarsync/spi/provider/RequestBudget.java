package io.calendarsync.spi.provider;

/**
 * What the application may ask of a provider, shared by all its connections and nodes. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RequestBudget {

    /**
     * Takes from what is left; to be called before every request of a session, by its adapter.
     *
     * @param units what the request costs, 1 for an ordinary one
     * @throws io.calendarsync.RateLimited if nothing is left for now; the request is then not to be made, and the fault is
     *     to go to the caller as it is
     */
    void spend(int units);

    /** {@return a budget that never runs out} */
    static RequestBudget unlimited() {
        return units -> {};
    }
}
