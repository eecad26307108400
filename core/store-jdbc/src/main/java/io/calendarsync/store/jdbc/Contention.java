package io.calendarsync.store.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** Failures that say two transactions met. The database has undone the statement or transaction that got one. */
final class Contention {

    /** Unique violation, in both databases. */
    static final String DUPLICATE = "23505";

    /**
     * Serialization failure and deadlock (SQL standard and H2), deadlock and lock not available (PostgreSQL), lock
     * timeout and concurrent update (H2).
     */
    private static final Set<String> LOST = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private Contention() {}

    /** Returns whether another transaction created a key first. */
    static boolean collided(SQLException e) {
        return DUPLICATE.equals(e.getSQLState());
    }

    /** Returns whether this transaction was the victim of another one. */
    static boolean lost(SQLException e) {
        return e.getSQLState() != null && LOST.contains(e.getSQLState());
    }
}
