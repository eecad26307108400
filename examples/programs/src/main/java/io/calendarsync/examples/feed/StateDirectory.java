package io.calendarsync.examples.feed;

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
 * The folder a user keeps feeds in: an H2 file with a table for each feed, the key its secrets are encrypted with, and
 * the private hosts that were allowed. One process at a time has it open.
 */
final class StateDirectory implements AutoCloseable {

    private static final String PREFIX = "feed_";
    private static final String FILE = "state.mv.db";
    private static final int IN_USE = 90020;

    private final JdbcConnectionPool pool;
    private final Connection held;
    private final RecordCipher cipher;
    private final AllowedHosts hosts;

    private StateDirectory(JdbcConnectionPool pool, Connection held, RecordCipher cipher, AllowedHosts hosts) {
        this.pool = pool;
        this.held = held;
        this.cipher = cipher;
        this.hosts = hosts;
    }

    /** Opens a folder, which is created if it is absent. */
    static StateDirectory open(Path folder, Map<String, String> environment) {
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

    /** Opens a folder that must be there. */
    static StateDirectory openExisting(Path folder, Map<String, String> environment) {
        requireNamed(folder);
        if (!Files.exists(folder.resolve(FILE))) {
            throw Refusal.usage("no feeds are kept in " + folder);
        }
        return openDatabase(folder, environment);
    }

    /** An empty path would be the folder the program happens to run in. */
    private static void requireNamed(Path folder) {
        if (folder.toString().isEmpty()) {
            throw Refusal.usage("--state names no folder");
        }
    }

    private static StateDirectory openDatabase(Path folder, Map<String, String> environment) {
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
            boolean empty = tables(held).isEmpty();
            RecordCipher cipher = given.orElseGet(() -> StateKey.kept(folder, empty));
            if (empty) {
                KeyCheck.note(held, cipher);
            } else {
                KeyCheck.require(held, cipher);
            }
            return new StateDirectory(pool, held, cipher, new AllowedHosts(folder.resolve("private-hosts")));
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

    /** Returns where a feed is kept, whether or not it is kept yet. */
    Drawer drawer(Source source) {
        return drawer(PREFIX + source.digest());
    }

    /** Returns where the feeds are kept that there are. */
    List<Drawer> drawers() {
        try {
            return tables(held).stream().map(this::drawer).toList();
        } catch (SQLException e) {
            throw Refusal.unreadable("the state cannot be read (" + e.getSQLState() + ")");
        }
    }

    private static List<String> tables(Connection state) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = state.getMetaData().getTables(null, null, "FEED\\_%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private Drawer drawer(String table) {
        JdbcSyncStore store = JdbcSyncStore.h2(pool).table(table);
        return new Drawer(store, cipher, table.substring(PREFIX.length()));
    }

    /** Forgets a feed and all that was kept of it. */
    void drop(Drawer drawer) {
        try (Statement statement = held.createStatement()) {
            statement.execute("drop table if exists " + PREFIX + drawer.digest());
        } catch (SQLException e) {
            throw Refusal.unreadable("the state cannot be changed (" + e.getSQLState() + ")");
        }
    }

    /** Returns the private hosts that were allowed in this folder. */
    AllowedHosts hosts() {
        return hosts;
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

    /**
     * Where one feed is kept.
     *
     * @param store its table
     * @param cipher what encrypts its address
     * @param digest what stands for its address
     */
    record Drawer(JdbcSyncStore store, RecordCipher cipher, String digest) {}
}
