package io.calendarsync.benchmarks.google;

import com.zaxxer.hikari.HikariDataSource;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;

/** Who reads a calendar for the first time, and what becomes of it. */
enum Contestant {
    /** The vendor's client, its stream read to the end. */
    DISCARDING("vendor client, bytes discarded"),

    /** The same, each token looked at by Jackson: what reading JSON costs before anything is made of it. */
    SCANNING("vendor client, bare Jackson scan"),

    /** The vendor's client with its own classes. */
    TYPED("vendor client, typed models"),

    /** Pages of the adapter, every event read. */
    ADAPTER("adapter"),

    /** The library into the store in memory. */
    ENGINE("engine, store in memory"),

    /** The library into PostgreSQL. */
    ENGINE_POSTGRESQL("engine, PostgreSQL");

    private final String label;

    Contestant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Reads a calendar to its end, and fails unless all of it was seen. */
    void read(Entrance entrance) throws IOException {
        if (this == DISCARDING) {
            long bytes = new VendorClient(entrance).discard();
            check(bytes > entrance.events() * 400L, bytes + " bytes");
            return;
        }
        int events = switch (this) {
            case SCANNING -> new VendorClient(entrance).scan();
            case TYPED -> new VendorClient(entrance).typed();
            case ADAPTER -> OurAdapter.read(entrance);
            case ENGINE -> sync(new InMemorySyncStore(), entrance);
            default -> syncToDatabase(entrance);
        };
        check(events == entrance.events(), events + " of " + entrance.events() + " events");
    }

    private void check(boolean all, String seen) {
        if (!all) {
            throw new BenchmarkFailure(label + " saw " + seen);
        }
    }

    private static int sync(SyncStore store, Entrance entrance) {
        InstantSource clock = InstantSource.fixed(Entrance.NOW);
        try (OurEngine engine = OurEngine.connect(
                OurEngine.builder(store, OurAdapter.provider(entrance)).clock(clock), entrance)) {
            return engine.settle();
        }
    }

    private static int syncToDatabase(Entrance entrance) throws IOException {
        String table = "sync_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(entrance.database());
            pool.setMaximumPoolSize(2);
            JdbcSyncStore store = JdbcSyncStore.postgresql(pool).table(table);
            store.createSchema();
            int events = sync(store, entrance);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table " + table);
            }
            return events;
        } catch (SQLException fault) {
            throw new IOException("the database could not be tidied", fault);
        }
    }
}
