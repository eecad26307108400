package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import io.calendarsync.testkit.store.Death;
import java.util.List;

/** A right store that dies at the right moment. */
final class DyingStore extends BrokenStore {

    private final Death moment;

    DyingStore(SyncStore inner, Death moment) {
        super(inner);
        this.moment = moment;
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        if (moment == Death.AFTER_COMMIT) {
            inner.commit(batch);
        }
        throw new StoreException("died");
    }
}
