package io.calendarsync.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real PostgreSQL on the loopback interface, started once for all test classes that ask for it and stopped at the end. */
public final class PostgresqlServer implements ParameterResolver, AutoCloseable {

    private final EmbeddedPostgres server;
    private final HikariDataSource pool = new HikariDataSource();

    public PostgresqlServer() {
        this(null);
    }

    private PostgresqlServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresqlServer start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .start();
            PostgresqlServer started = new PostgresqlServer(server);
            started.pool.setDataSource(server.getPostgresDatabase());
            started.pool.setMaximumPoolSize(10);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSource pool() {
        return pool;
    }

    /** Returns a source of fresh connections that belong to no pool. */
    DataSource unpooled() {
        return server.getPostgresDatabase();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    int port() {
        return server.getPort();
    }

    /** Returns the number a query answers. */
    long count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PostgresqlServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgresqlServer.class))
                .computeIfAbsent(PostgresqlServer.class, key -> start(), PostgresqlServer.class);
    }
}
