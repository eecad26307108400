package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.store.jdbc.H2Url;
import io.calendarsync.store.jdbc.JdbcSyncStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

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

    /** The library into H2 on disk. */
    ENGINE_H2("engine, H2 on disk");

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
            default -> syncToDisk(entrance);
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

    private static int syncToDisk(Entrance entrance) throws IOException {
        Path folder = Files.createTempDirectory("calendarsync-google");
        JdbcConnectionPool pool = JdbcConnectionPool.create(H2Url.durable(folder.resolve("state")), "", "");
        try {
            JdbcSyncStore store = JdbcSyncStore.h2(pool);
            store.createSchema();
            return sync(store, entrance);
        } finally {
            pool.dispose();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        }
    }
}
