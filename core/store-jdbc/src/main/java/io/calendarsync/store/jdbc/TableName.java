package io.calendarsync.store.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table name that is safe to put into SQL text, with or without a schema before it.
 *
 * @param qualified as it stands in SQL
 * @param bare without the schema
 */
record TableName(String qualified, String bare) {

    /** The name in the schema files. */
    static final String STANDARD = "calendarsync_record";

    // 40 characters leave room for the suffixes of indexes below PostgreSQL's 63.
    private static final Pattern VALID =
            Pattern.compile("(?:[a-zA-Z_][a-zA-Z0-9_]{0,62}\\.)?([a-zA-Z_][a-zA-Z0-9_]{0,39})");

    static TableName standard() {
        return of(STANDARD);
    }

    static TableName of(String name) {
        Matcher matcher = VALID.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a table name is letters, digits and underscores, at most 40, optionally"
                    + " after a schema and a dot; this one is not: " + name);
        }
        return new TableName(name, matcher.group(1));
    }
}
