package io.calendarsync.testkit.sim;

/**
 * The death of a node. An error of the virtual machine, so that nothing between the call that dies and the simulator
 * takes it for a fault; what the engine does on the way out fails too, for the store no longer listens to the node.
 */
final class Crash extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the node died");
    }

    /** Where a node died says nothing, and many die. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }
}
