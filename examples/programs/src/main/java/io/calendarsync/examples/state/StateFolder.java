package io.calendarsync.examples.state;

import io.calendarsync.examples.Refusal;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.store.jdbc.H2Url;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A folder in which commands keep what they know: an H2 file with tables, and the key its secrets are encrypted with. One
 * process at a time has it open.
 */
public final class StateFolder implements AutoCloseable {

    private static final String FILE = "state.mv.db";
    private static final int IN_USE = 90020;

    private final Path path;
    private final JdbcConnectionPool pool;
    private final Connection held;
    private final RecordCipher cipher;

    private StateFolder(Path path, JdbcConnectionPool pool, Connection held, RecordCipher cipher) {
        this.path = path;
        this.pool = pool;
        this.held = held;
        this.cipher = cipher;
    }

    /** Opens a folder, which is created if it is absent. */
    public static StateFolder open(Path folder, Map<String, String> environment) {
        requireNamed(folder);
        try {
            if (!Files.isDirectory(folder)) {
                OwnerOnly.createFolder(folder);
            }
        } catch (IOException e) {
            throw Refusal.unreadable("the state folder " + folder + " cannot be created");
        }
        return openDatabase(folder, environment);
    }

    /**
     * Opens a folder that must be there.
     *
     * @param absent what to say where it is not, before the folder's name
     */
    public static StateFolder openExisting(Path folder, Map<String, String> environment, String absent) {
        requireNamed(folder);
        if (!Files.exists(folder.resolve(FILE))) {
            throw Refusal.usage(absent + " " + folder);
        }
        return openDatabase(folder, environment);
    }

    /** An empty path would be the folder the program happens to run in. */
    private static void requireNamed(Path folder) {
        if (folder.toString().isEmpty()) {
            throw Refusal.usage("--state names no folder");
        }
    }

    private static StateFolder openDatabase(Path folder, Map<String, String> environment) {
        requireNotEmptied(folder);
        // Before the database: a key that is none leaves no file behind.
        Optional<RecordCipher> given = StateKey.given(environment);
        JdbcConnectionPool pool;
        try {
            pool = JdbcConnectionPool.create(H2Url.durable(folder.resolve("state")), "", "");
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("the path of the state folder must not hold a semicolon");
        }
        try {
            // Held as long as the folder is used: H2 closes the file, and gives up its lock, with the last connection.
            Connection held = pool.getConnection();
            OwnerOnly.take(folder.resolve(FILE));
            boolean empty = KeyCheck.isOnly(names(held, "%"));
            RecordCipher cipher = given.orElseGet(() -> StateKey.kept(folder, empty));
            if (empty) {
                KeyCheck.note(held, cipher);
            } else {
                KeyCheck.require(held, cipher);
            }
            return new StateFolder(folder, pool, held, cipher);
        } catch (SQLException e) {
            pool.dispose();
            throw Refusal.unreadable(
                    isInUse(e)
                            ? "the state in " + folder + " is in use by another run; try again when that has ended"
                            : "the state in " + folder + " cannot be opened (" + e.getSQLState() + ")");
        } catch (IOException e) {
            pool.dispose();
            throw Refusal.unreadable("the state in " + folder + " cannot be kept from other users");
        } catch (Refusal e) {
            pool.dispose();
            throw e;
        }
    }

    /** H2 takes an empty file for a new one; with a key beside it, it was full once. */
    private static void requireNotEmptied(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (StateKey.isKept(folder) && Files.exists(file) && Files.size(file) == 0) {
                throw Refusal.unreadable("the state in " + folder + " has been emptied: bring back " + FILE
                        + ", or remove the folder to begin anew");
            }
        } catch (IOException e) {
            throw Refusal.unreadable("the state in " + folder + " cannot be read");
        }
    }

    private static boolean isInUse(SQLException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
                return true;
            }
        }
        return false;
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /** Returns what encrypts the secrets in it. */
    public RecordCipher cipher() {
        return cipher;
    }

    /** Returns the store that lives in a table, whether or not there is one yet. */
    public JdbcSyncStore store(String table) {
        return JdbcSyncStore.h2(pool).table(table);
    }

    /** Returns the tables, in lower case, whose names begin so. */
    public List<String> tables(String prefix) {
        try {
            return names(held, prefix.toUpperCase(Locale.ROOT).replace("_", "\\_") + "%");
        } catch (SQLException e) {
            throw Refusal.unreadable("the state cannot be read (" + e.getSQLState() + ")");
        }
    }

    private static List<String> names(Connection state, String pattern) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = state.getMetaData().getTables(null, "PUBLIC", pattern, null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** Forgets a table and all that is in it. */
    public void drop(String table) {
        try (Statement statement = held.createStatement()) {
            statement.execute("drop table if exists " + table);
        } catch (SQLException e) {
            throw Refusal.unreadable("the state cannot be changed (" + e.getSQLState() + ")");
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (SQLException e) {
            // The pool closes what is left.
        } finally {
            pool.dispose();
        }
    }
}
