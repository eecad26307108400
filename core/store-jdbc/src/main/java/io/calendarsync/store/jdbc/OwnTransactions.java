package io.calendarsync.store.jdbc;

import io.calendarsync.spi.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Each call takes a connection, runs a transaction of its own on it and gives it back as it was. */
record OwnTransactions(DataSource dataSource) implements Transactions {

    @Override
    public <T> T query(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            T answer = work.on(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return answer;
        }
    }

    @Override
    public CommitResult attempt(Work<CommitResult> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            CommitResult result = run(work, connection);
            // Only after the transaction has ended: switching auto-commit on would commit an open one.
            connection.setAutoCommit(autoCommit);
            return result;
        }
    }

    @Override
    public boolean mayRepeatAfter(SQLException failure) {
        return Contention.lost(failure) || Contention.collided(failure);
    }

    private static CommitResult run(Work<CommitResult> work, Connection connection) throws SQLException {
        try {
            CommitResult result = work.on(connection);
            if (result instanceof CommitResult.Committed) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
    }

    private static void undo(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
