package io.calendarsync.examples.feed;

import io.calendarsync.examples.state.StateFolder;
import io.calendarsync.spi.store.RecordCipher;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder a user keeps feeds in: a table for each feed, and the private hosts that were allowed. */
final class StateDirectory implements AutoCloseable {

    private static final String PREFIX = "feed_";

    private final StateFolder folder;
    private final AllowedHosts hosts;

    private StateDirectory(StateFolder folder) {
        this.folder = folder;
        this.hosts = new AllowedHosts(folder.path().resolve("private-hosts"));
    }

    /** Opens a folder, which is created if it is absent. */
    static StateDirectory open(Path folder, Map<String, String> environment) {
        return new StateDirectory(StateFolder.open(folder, environment));
    }

    /** Opens a folder that must be there. */
    static StateDirectory openExisting(Path folder, Map<String, String> environment) {
        return new StateDirectory(StateFolder.openExisting(folder, environment, "no feeds are kept in"));
    }

    /** Returns where a feed is kept, whether or not it is kept yet. */
    Drawer drawer(Source source) {
        return drawer(PREFIX + source.digest());
    }

    /** Returns where the feeds are kept that there are. */
    List<Drawer> drawers() {
        return folder.tables(PREFIX).stream().map(this::drawer).toList();
    }

    private Drawer drawer(String table) {
        return new Drawer(folder.store(table), folder.cipher(), table.substring(PREFIX.length()));
    }

    /** Forgets a feed and all that was kept of it. */
    void drop(Drawer drawer) {
        folder.drop(PREFIX + drawer.digest());
    }

    /** Returns the private hosts that were allowed in this folder. */
    AllowedHosts hosts() {
        return hosts;
    }

    @Override
    public void close() {
        folder.close();
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
