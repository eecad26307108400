package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.attempt;
import static io.calendarsync.testkit.store.Samples.bytes;
import static io.calendarsync.testkit.store.Samples.replace;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Moves money between records by reading two, then replacing both: what is lost or doubled shows in the sum. */
final class Transfers {

    private static final long OPENING = 1_000;

    private final List<RecordKey> accounts;

    Transfers(List<RecordKey> accounts) {
        this.accounts = accounts;
    }

    List<StoredRecord> opening() {
        return accounts.stream().map(key -> account(key, 1, OPENING)).toList();
    }

    long total() {
        return OPENING * accounts.size();
    }

    long sum(Collection<StoredRecord> records) {
        return records.stream().mapToLong(Transfers::balance).sum();
    }

    /** Moves one from an account to another, trying again as long as others got in between. */
    void move(SyncStore store, int from, int to, long version) {
        RecordKey source = accounts.get(from % accounts.size());
        RecordKey target = accounts.get(to % accounts.size());
        CommitResult result;
        do {
            StoredRecord less = one(store, source);
            StoredRecord more = one(store, target);
            result = attempt(
                    store,
                    replace(less.version(), account(source, version, balance(less) - 1)),
                    replace(more.version(), account(target, version, balance(more) + 1)));
        } while (result instanceof CommitResult.Stale);
    }

    private static StoredRecord one(SyncStore store, RecordKey key) {
        return store.read(List.of(key)).get(0);
    }

    private static StoredRecord account(RecordKey key, long version, long balance) {
        return new StoredRecord(key, version, Samples.NOON, Samples.NOON, "", bytes(Long.toString(balance)));
    }

    private static long balance(StoredRecord account) {
        return Long.parseLong(new String(account.payload(), StandardCharsets.UTF_8));
    }
}
