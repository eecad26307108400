package io.calendarsync.store.jdbc;

import java.util.UUID;

/** Names no other test uses. */
final class TestTables {

    private TestTables() {}

    static String fresh() {
        return "t_" + UUID.randomUUID().toString().replace("-", "");
    }
}
