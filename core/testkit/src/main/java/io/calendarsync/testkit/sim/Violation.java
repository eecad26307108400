package io.calendarsync.testkit.sim;

/** A promise was broken. An error of the virtual machine, so that no part of the engine takes it for a fault to be retried. */
final class Violation extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}
