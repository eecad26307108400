package io.calendarsync.engine.record;

/** Tells faults of one job from faults of the whole process. */
public final class Fatal {

    private Fatal() {}

    /**
     * Returns whether the process is broken, so that nothing may go on as if it were not. A stack that ran over is none
     * of these: it is a fault of what ran on it, and is gone with it.
     */
    public static boolean isFatal(Throwable fault) {
        return fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError);
    }
}
