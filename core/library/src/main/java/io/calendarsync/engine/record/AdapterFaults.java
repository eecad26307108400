package io.calendarsync.engine.record;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;

/** Turns what adapters throw into what they declare: one that lacks a class, or has a fault of its own, is tried again. */
public final class AdapterFaults {

    private AdapterFaults() {}

    /** Returns whether a fault is an adapter's: not the store's, of what it holds, or the machine's. */
    private static boolean isOfAdapter(Throwable fault) {
        return !Fatal.isFatal(fault) && !(fault instanceof RuntimeException e && Records.isOfStore(e));
    }

    /**
     * Returns an adapter's fault as one it declares.
     *
     * @throws RuntimeException if it is none of an adapter's
     */
    public static CalendarSyncException declared(Throwable fault, ConnectionRecord connection) {
        if (fault instanceof CalendarSyncException declared) {
            return declared;
        }
        if (!isOfAdapter(fault)) {
            throw rethrown(fault);
        }
        FaultSource source = FaultSource.of(connection.provider().value())
                .connection(connection.id().value());
        String what = "The adapter failed in a way it does not declare: "
                + fault.getClass().getName();
        return new ProviderUnavailable(what, source, fault);
    }

    private static RuntimeException rethrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (RuntimeException) fault;
    }
}
