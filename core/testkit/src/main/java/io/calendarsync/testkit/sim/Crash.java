package io.calendarsync.testkit.sim;

/** The death of a node. An error, so that nothing between the call that dies and the simulator takes it for a fault. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the node died", null, false, false);
    }
}
