package io.calendarsync.store.jdbc;

import java.nio.file.Path;

/**
 * Connection URLs for H2 databases that keep what they acknowledged.
 *
 * @since 0.1
 */
public final class H2Url {

    private H2Url() {}

    /**
     * {@return the URL of a database in a file of this process, with the settings under which a commit that returned
     * survives {@code kill -9}} A power failure may lose what the operating system had not written.
     *
     * <p>Holds for H2 2.3.232 and 2.4.240. H2 2.5.252 loses commits to {@code kill -9} whatever the settings: its header
     * may name the chunk before the last ({@code docs/decisions/0006-h2-version.md}).
     *
     * <p>One process at a time has the database open; another one is refused. Hold a pool, or one connection, as long as
     * the store is used: H2 opens and closes the file with its first and last connection.
     *
     * @param file the file without the {@code .mv.db} H2 puts behind it; created if absent
     * @throws IllegalArgumentException if the path holds a semicolon, which ends the path in such a URL
     */
    public static String durable(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.contains(";")) {
            throw new IllegalArgumentException("an H2 path cannot hold a semicolon: " + path);
        }
        return "jdbc:h2:file:" + path + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }
}
