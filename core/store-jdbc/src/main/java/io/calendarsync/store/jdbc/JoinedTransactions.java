package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs inside the host's transaction where there is one; a savepoint keeps what is undone apart from the host's rows. */
record JoinedTransactions(Supplier<Optional<Connection>> host, Transactions own) implements Transactions {

    @Override
    public <T> T query(Work<T> work) throws SQLException {
        Optional<Connection> joined = joined();
        return joined.isPresent() ? work.on(joined.get()) : own.query(work);
    }

    @Override
    public CommitResult attempt(Work<CommitResult> work) throws SQLException {
        Optional<Connection> joined = joined();
        return joined.isPresent() ? attempt(work, joined.get()) : own.attempt(work);
    }

    /** A deadlock or serialization failure is the whole transaction's, so the host has to repeat it from its start. */
    @Override
    public boolean mayRepeatAfter(SQLException failure) {
        return joined().isPresent() ? Contention.collided(failure) : own.mayRepeatAfter(failure);
    }

    private Optional<Connection> joined() {
        return host.get();
    }

    private static CommitResult attempt(Work<CommitResult> work, Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the connection to join is in auto-commit mode, not in a transaction");
        }
        Savepoint savepoint = connection.setSavepoint();
        try {
            CommitResult result = work.on(connection);
            if (!(result instanceof CommitResult.Committed)) {
                connection.rollback(savepoint);
            }
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, savepoint, e);
            throw e;
        }
    }

    private static void undo(Connection connection, Savepoint savepoint, Throwable cause) {
        try {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
