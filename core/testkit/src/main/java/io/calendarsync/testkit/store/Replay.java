package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.SyncStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs operations against the stores and a model, each time in a collection nobody has used before. */
final class Replay {

    private final List<SyncStore> stores;
    private int runs;

    Replay(List<SyncStore> stores) {
        this.stores = stores;
    }

    /** Returns what the first operation that went differently said, empty if all went alike. */
    Optional<String> firstDifference(List<Operation> history) {
        String collection = "replay " + runs++;
        ModelStore model = new ModelStore();
        for (int i = 0; i < history.size(); i++) {
            SyncStore store = stores.get(i % stores.size());
            Object actual = history.get(i).run(store, model, collection);
            Object expected = history.get(i).run(model, model, collection);
            if (!Objects.equals(expected, actual)) {
                return Optional.of("operation " + (i + 1) + " answers\n  " + actual + "\ninstead of\n  " + expected);
            }
        }
        return Optional.empty();
    }
}
