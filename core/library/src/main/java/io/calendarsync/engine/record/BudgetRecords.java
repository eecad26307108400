package io.calendarsync.engine.record;

import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what all nodes together may ask of each provider. Thread-safe. */
public final class BudgetRecords {

    private static final int TRIES = 20;

    private final Records records;

    /** Opens them. */
    public BudgetRecords(Records records) {
        this.records = records;
    }

    /**
     * Changes the budget of a provider, whoever else does.
     *
     * @param first what it is where nothing is known
     * @return what it was before the change that was made; absent where others were quicker each time
     */
    public Optional<BudgetRecord> change(ProviderId provider, BudgetRecord first, UnaryOperator<BudgetRecord> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<StoredRecord> read = records.read(key(provider));
            BudgetRecord before =
                    read.map(record -> BudgetRecord.read(record.payload())).orElse(first);
            BudgetRecord next = change.apply(before);
            if (next.equals(before)) {
                return Optional.of(before);
            }
            Commit commit = records.begin();
            Expect expect = read.map(record -> Expect.version(record.version())).orElseGet(Expect::absent);
            commit.put(key(provider), next.bytes(), expect);
            if (commit.run()) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    private static RecordKey key(ProviderId provider) {
        return new RecordKey(Keyspace.BUDGET, provider.value(), "budget");
    }
}
