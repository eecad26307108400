package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;

/** Whose transactions the store's statements run in. */
interface Transactions {

    /** Work on a connection that somebody else opened and ends. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs statements that belong to no commit. */
    <T> T query(Work<T> work) throws SQLException;

    /** Runs a commit: what was written stays if the answer is Committed and is undone otherwise. */
    CommitResult attempt(Work<CommitResult> work) throws SQLException;

    /** Returns whether the attempt that failed so has certainly changed nothing and may succeed if made again. */
    boolean mayRepeatAfter(SQLException failure);
}
