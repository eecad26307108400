package io.calendarsync.testkit.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Follows a scan to its end. */
final class Pages {

    /** More pages than any test needs: a scan that goes on is caught instead of followed for ever. */
    private static final int MOST = 1000;

    private Pages() {}

    static List<StoredRecord> all(SyncStore store, Scan scan) {
        return all(store, scan, () -> {});
    }

    /** Follows the scan, doing something between any two pages. */
    static List<StoredRecord> all(SyncStore store, Scan scan, Runnable between) {
        return all(() -> store, scan, between);
    }

    /** Follows the scan, each page read by whichever store is given for it. */
    static List<StoredRecord> all(Supplier<SyncStore> stores, Scan scan, Runnable between) {
        List<StoredRecord> seen = new ArrayList<>();
        Scan next = scan;
        for (int page = 0; page < MOST; page++) {
            RecordPage answer = stores.get().scan(next);
            assertTrue(answer.records().size() <= scan.limit(), "a page holds more records than asked for");
            seen.addAll(answer.records());
            if (answer.next().isEmpty()) {
                return seen;
            }
            next = scan.after(answer.next().get());
            between.run();
        }
        return fail("the scan does not end");
    }

    /** Returns the token of a page that cannot be the last. */
    static String next(RecordPage page) {
        return page.next().orElseThrow(() -> new AssertionError("more is to come, but no token was given"));
    }

    static List<String> ids(SyncStore store, Scan scan) {
        return all(store, scan).stream().map(record -> record.key().id()).toList();
    }
}
