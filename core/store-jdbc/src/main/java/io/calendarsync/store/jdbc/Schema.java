package io.calendarsync.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.spi.store.CommitResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The schema files, with the table's name put in. */
final class Schema {

    private Schema() {}

    static String text(SqlDialect dialect) {
        TableName table = dialect.table();
        return file(dialect.schemaFile())
                .replace(TableName.STANDARD + "_", table.bare() + "_")
                .replace(TableName.STANDARD + " ", table.qualified() + " ");
    }

    static CommitResult create(SqlDialect dialect, Connection connection) throws SQLException {
        dialect.lockSchema(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(text(dialect));
        }
        return CommitResult.committed();
    }

    private static String file(String name) {
        try (InputStream file = Schema.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the schema file " + name + " is missing from the jar");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
