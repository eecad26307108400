package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** A PostgreSQL on the loopback interface, in processes of its own; what it needs is no heap of a contestant's. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start() {
        try {
            return new Database(EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .start());
        } catch (IOException fault) {
            throw new BenchmarkFailure("PostgreSQL does not start", fault);
        }
    }

    /** Returns the JDBC address. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException fault) {
            throw new BenchmarkFailure("PostgreSQL does not stop", fault);
        }
    }
}
