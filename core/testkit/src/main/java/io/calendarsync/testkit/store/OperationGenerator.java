package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.testkit.store.Operation.Line;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes random operations; most commits hold the right expectations and some hold one that fails. Confined. */
final class OperationGenerator {

    private static final int KEYS = 20;
    private static final int MOST_LINES = 6;
    private static final List<Instant> INSTANTS = List.of(
            StoredRecord.EARLIEST,
            Samples.NOON.minusNanos(1000),
            Samples.NOON,
            Samples.NOON.plusNanos(1000),
            StoredRecord.LATEST);

    private final SplittableRandom random;
    private long versions;

    OperationGenerator(SplittableRandom random) {
        this.random = random;
    }

    List<Operation> history(int length) {
        return Stream.generate(this::next).limit(length).toList();
    }

    private Operation next() {
        int dice = random.nextInt(10);
        if (dice < 6) {
            return new Operation.Commit(
                    numbers(1 + random.nextInt(MOST_LINES)).map(this::line).toList());
        }
        return dice < 8 ? new Operation.Read(numbers(random.nextInt(MOST_LINES)).toList()) : scan();
    }

    private Stream<Integer> numbers(int most) {
        return random.ints(most, 0, KEYS).distinct().boxed();
    }

    private Line line(int number) {
        int dice = random.nextInt(10);
        Line.Kind kind = dice < 6 ? Line.Kind.PUT : dice < 8 ? Line.Kind.DELETE : Line.Kind.CHECK;
        return new Line(kind, number, hope(), ++versions, instant());
    }

    private Line.Hope hope() {
        int dice = random.nextInt(20);
        return dice == 0 ? Line.Hope.WRONG : dice < 4 ? Line.Hope.ANY : Line.Hope.RIGHT;
    }

    private Operation scan() {
        OptionalInt partition = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(KEYS));
        return new Operation.FullScan(
                partition, instant(), instant().plusNanos(1), 1 + random.nextInt(5), random.nextBoolean());
    }

    private Instant instant() {
        return INSTANTS.get(random.nextInt(INSTANTS.size()));
    }
}
