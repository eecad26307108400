package io.calendarsync.testkit.store;

import static org.junit.jupiter.api.Assertions.fail;

import io.calendarsync.spi.store.SyncStore;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random operations on two store instances answer what a list in memory answers. */
interface RandomHistories extends StoreUnderTest {

    /** How many histories are tried. */
    int HISTORIES = 25;

    /** How many operations each one has. */
    int OPERATIONS = 50;

    /** Random operations are answered as a model in memory answers them. */
    @Test
    default void randomOperations_answerAsTheModelDoes() {
        List<SyncStore> stores = List.of(open(), open());
        Replay replay = new Replay(stores);
        for (int i = 0; i < HISTORIES; i++) {
            long seed = seed() + i;
            List<Operation> history = new OperationGenerator(new SplittableRandom(seed)).history(OPERATIONS);
            if (replay.firstDifference(history).isPresent()) {
                List<Operation> shortest = Shrinking.shrink(history, replay);
                fail(describe(seed, shortest, replay.firstDifference(shortest)));
            }
        }
    }

    private static String describe(long seed, List<Operation> history, Optional<String> difference) {
        StringBuilder text = new StringBuilder("seed " + seed + ", shrunk to " + history.size() + " operations:");
        history.forEach(operation -> text.append("\n  ").append(operation));
        return text.append("\n")
                .append(difference.orElse("it passed when repeated: a race"))
                .toString();
    }
}
