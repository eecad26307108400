package io.calendarsync.sandbox.google.state;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do with a calendar, from least to most. */
public enum AccessRole {
    /** Nothing. */
    NONE("none"),
    /** Sees when it is taken. */
    FREE_BUSY_READER("freeBusyReader"),
    /** Sees the events. */
    READER("reader"),
    /** Changes the events. */
    WRITER("writer"),
    /** Changes the calendar. */
    OWNER("owner");

    private final String wire;

    AccessRole(String wire) {
        this.wire = wire;
    }

    /** Returns the name in JSON. */
    public String wire() {
        return wire;
    }

    /** Returns whether this allows what another one does. */
    public boolean covers(AccessRole other) {
        return compareTo(other) >= 0;
    }

    /** Returns the role of a name. */
    public static Optional<AccessRole> of(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire.equals(wire)).findFirst();
    }
}
