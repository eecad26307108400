package io.calendarsync.testkit.store;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One step of a random history. Keys are numbers and expectations are named by whether they should hold, so that a
 * history still means something after some of its steps were left out.
 */
sealed interface Operation {

    /** Runs it and returns an answer that is equal for all stores that keep the rules; the model is the state before. */
    Object run(SyncStore store, ModelStore model, String collection);

    /** The key a number stands for: names that tempt a store to take them for one another. */
    static RecordKey key(String collection, int number) {
        String partition = List.of("", "p", "P", "p ").get(number % 4);
        String id = List.of("a", "A", "a\0", "\ue000", "\ud83d\ude00").get(number / 4 % 5);
        return new RecordKey(collection, partition, id);
    }

    /** A commit of several lines. */
    record Commit(List<Line> lines) implements Operation {
        @Override
        public Object run(SyncStore store, ModelStore model, String collection) {
            List<Write> batch = lines.stream()
                    .map(line -> line.write(model, collection))
                    .sorted(Comparator.comparing(Write::key))
                    .toList();
            Set<RecordKey> failing = model.failing(batch);
            CommitResult result = store.commit(batch);
            if (result instanceof CommitResult.Stale stale) {
                return failing.containsAll(stale.keys()) ? "stale" : "stale, naming keys whose expectation held";
            }
            return "committed";
        }
    }

    /** One line of a commit. */
    record Line(Kind kind, int number, Hope hope, long version, Instant at) {

        enum Kind {
            PUT,
            DELETE,
            CHECK
        }

        enum Hope {
            RIGHT,
            WRONG,
            ANY
        }

        Write write(ModelStore model, String collection) {
            RecordKey key = key(collection, number);
            OptionalLong current = model.version(key);
            if (kind == Kind.DELETE) {
                return new Write.Delete(key, hope == Hope.WRONG ? version : current.orElse(version));
            }
            Expect expect = expect(current);
            return kind == Kind.PUT
                    ? new Write.Put(Samples.record(key, version, at), expect)
                    : new Write.Check(key, expect);
        }

        private Expect expect(OptionalLong current) {
            if (hope == Hope.ANY) {
                return Expect.any();
            }
            if (hope == Hope.WRONG) {
                return current.isPresent() && version % 2 == 0 ? Expect.absent() : Expect.version(version);
            }
            return current.isPresent() ? Expect.version(current.getAsLong()) : Expect.absent();
        }
    }

    /** A read of several keys. */
    record Read(List<Integer> numbers) implements Operation {
        @Override
        public Object run(SyncStore store, ModelStore model, String collection) {
            List<RecordKey> keys =
                    numbers.stream().map(number -> key(collection, number)).toList();
            return store.read(keys).stream()
                    .sorted(Comparator.comparing(StoredRecord::key))
                    .toList();
        }
    }

    /** A scan followed to its end. */
    record FullScan(OptionalInt partitionOf, Instant from, Instant before, int limit, boolean payloads)
            implements Operation {
        @Override
        public Object run(SyncStore store, ModelStore model, String collection) {
            Scan scan = Scan.of(collection).from(from).before(before).limit(limit);
            if (partitionOf.isPresent()) {
                scan = scan.in(key(collection, partitionOf.getAsInt()).partition());
            }
            return Pages.all(store, payloads ? scan : scan.withoutPayloads());
        }
    }
}
