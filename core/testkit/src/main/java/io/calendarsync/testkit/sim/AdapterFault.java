package io.calendarsync.testkit.sim;

/** What no adapter may throw, and some will. */
final class AdapterFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AdapterFault() {
        super("the adapter has a fault of its own", null, false, false);
    }
}
