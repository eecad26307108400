package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults of scans. */
final class ScanFaults {

    private ScanFaults() {}

    /** Scans something else than it was asked to. */
    private static final class Misunderstands extends BrokenStore {
        private final UnaryOperator<Scan> misunderstanding;

        Misunderstands(SyncStore inner, UnaryOperator<Scan> misunderstanding) {
            super(inner);
            this.misunderstanding = misunderstanding;
        }

        @Override
        public RecordPage scan(Scan scan) {
            return inner.scan(misunderstanding.apply(scan));
        }
    }

    static SyncStore excludesFrom(SyncStore inner) {
        return new Misunderstands(inner, scan -> scan.from(scan.from().plusNanos(1000)));
    }

    static SyncStore includesBefore(SyncStore inner) {
        return new Misunderstands(inner, scan -> scan.before(scan.before().plusNanos(1)));
    }

    static SyncStore cutsBoundsToMicroseconds(SyncStore inner) {
        return new Misunderstands(
                inner,
                scan -> scan.from(scan.from().truncatedTo(ChronoUnit.MICROS))
                        .before(scan.before().truncatedTo(ChronoUnit.MICROS)));
    }

    static SyncStore endsAtTheLastWholeSecond(SyncStore inner) {
        Instant last = StoredRecord.LATEST.truncatedTo(ChronoUnit.SECONDS);
        return new Misunderstands(inner, scan -> scan.before().isAfter(last) ? scan.before(last) : scan);
    }

    static SyncStore ignoresThePartition(SyncStore inner) {
        return new Misunderstands(inner, scan -> partition(scan, Optional.empty()));
    }

    static SyncStore takesTheEmptyPartitionForAll(SyncStore inner) {
        return new Misunderstands(
                inner, scan -> partition(scan, scan.partition().filter(name -> !name.isEmpty())));
    }

    private static Scan partition(Scan scan, Optional<String> partition) {
        return new Scan(
                scan.collection(), partition, scan.from(), scan.before(), scan.after(), scan.limit(), scan.payloads());
    }

    /** Collects everything a scan matches and makes pages of it in its own way. */
    private abstract static class PagesItself extends BrokenStore {
        PagesItself(SyncStore inner) {
            super(inner);
        }

        List<StoredRecord> all(Scan scan) {
            return inner.scan(new Scan(
                            scan.collection(),
                            scan.partition(),
                            scan.from(),
                            scan.before(),
                            Optional.empty(),
                            Integer.MAX_VALUE,
                            scan.payloads()))
                    .records();
        }

        RecordPage page(List<StoredRecord> rest, Scan scan, UnaryOperator<String> token) {
            if (rest.size() <= scan.limit()) {
                return new RecordPage(rest, Optional.empty());
            }
            String last = rest.get(scan.limit() - 1).key().toString();
            return new RecordPage(rest.subList(0, scan.limit()), Optional.of(token.apply(last)));
        }
    }

    /** Counts how many rows were seen. */
    static final class PagesByOffset extends PagesItself {
        PagesByOffset(SyncStore inner) {
            super(inner);
        }

        @Override
        public RecordPage scan(Scan scan) {
            int offset = scan.after().map(Integer::parseInt).orElse(0);
            List<StoredRecord> all = all(scan);
            return page(
                    all.subList(Math.min(offset, all.size()), all.size()),
                    scan,
                    last -> Integer.toString(offset + scan.limit()));
        }
    }

    /** Goes on after the last instant of a page, or at it. */
    static final class PagesByInstant extends PagesItself {
        private final boolean inclusive;

        PagesByInstant(SyncStore inner, boolean inclusive) {
            super(inner);
            this.inclusive = inclusive;
        }

        @Override
        public RecordPage scan(Scan scan) {
            Instant after = scan.after().map(Instant::parse).orElse(Instant.MIN);
            List<StoredRecord> rest = all(scan).stream()
                    .filter(record -> record.at().isAfter(after)
                            || inclusive && record.at().equals(after))
                    .toList();
            return page(rest, scan, last -> rest.get(scan.limit() - 1).at().toString());
        }
    }

    /** Looks the last record of the page up and starts again if it is gone. */
    static final class PagesByRecord extends PagesItself {
        PagesByRecord(SyncStore inner) {
            super(inner);
        }

        @Override
        public RecordPage scan(Scan scan) {
            List<StoredRecord> all = all(scan);
            int from = 0;
            for (int i = 0; i < all.size(); i++) {
                if (scan.after().equals(Optional.of(all.get(i).key().toString()))) {
                    from = i + 1;
                }
            }
            return page(all.subList(from, all.size()), scan, last -> last);
        }
    }

    /** Orders in a way of its own and pages correctly in that order. */
    private static class OrdersBy extends PagesItself {
        private final Comparator<StoredRecord> order;
        private final Map<String, StoredRecord> lastOfPages = new ConcurrentHashMap<>();

        OrdersBy(SyncStore inner, Comparator<StoredRecord> order) {
            super(inner);
            this.order = order;
        }

        @Override
        public RecordPage scan(Scan scan) {
            Optional<StoredRecord> after = scan.after().map(lastOfPages::get);
            List<StoredRecord> rest = all(scan).stream()
                    .filter(record -> after.isEmpty() || order.compare(record, after.get()) > 0)
                    .sorted(order)
                    .toList();
            return page(rest, scan, last -> {
                String token = Integer.toString(lastOfPages.size());
                lastOfPages.put(token, rest.get(scan.limit() - 1));
                return token;
            });
        }
    }

    static SyncStore ordersByUtf16(SyncStore inner) {
        return new OrdersBy(
                inner,
                Comparator.comparing(StoredRecord::at)
                        .thenComparing(record -> record.key().partition())
                        .thenComparing(record -> record.key().id()));
    }

    static SyncStore ordersByPartitionFirst(SyncStore inner) {
        return new OrdersBy(
                inner,
                Comparator.comparing((StoredRecord record) -> record.key().partition(), ScanFaults::byBytes)
                        .thenComparing(StoredRecord::at)
                        .thenComparing(StoredRecord::key));
    }

    static SyncStore ordersBySignedBytes(SyncStore inner) {
        return new OrdersBy(
                inner,
                Comparator.comparing(StoredRecord::at)
                        .thenComparing(record -> record.key().partition(), ScanFaults::bySignedBytes)
                        .thenComparing(record -> record.key().id(), ScanFaults::bySignedBytes));
    }

    private static int byBytes(String one, String other) {
        return Arrays.compareUnsigned(utf8(one), utf8(other));
    }

    private static int bySignedBytes(String one, String other) {
        return Arrays.compare(utf8(one), utf8(other));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Selects fewer columns than it should where the payload is not wanted. */
    static final class LosesFingerprintsWithoutPayloads extends BrokenStore {
        LosesFingerprintsWithoutPayloads(SyncStore inner) {
            super(inner);
        }

        @Override
        public RecordPage scan(Scan scan) {
            RecordPage page = inner.scan(scan);
            return scan.payloads()
                    ? page
                    : new RecordPage(page.records().stream().map(this::bare).toList(), page.next());
        }

        private StoredRecord bare(StoredRecord record) {
            return new StoredRecord(record.key(), record.version(), record.at(), record.until(), "", record.payload());
        }
    }

    /** Leaves the old index entry behind when a record moves. */
    static final class LeavesMovedRecordsBehind extends OrdersBy {
        private final List<StoredRecord> ghosts = new CopyOnWriteArrayList<>();

        LeavesMovedRecordsBehind(SyncStore inner) {
            super(inner, Comparator.comparing(StoredRecord::at).thenComparing(StoredRecord::key));
        }

        @Override
        public CommitResult commit(List<Write> batch) {
            List<StoredRecord> before =
                    inner.read(batch.stream().map(Write::key).toList());
            CommitResult result = inner.commit(batch);
            if (result instanceof CommitResult.Committed) {
                before.stream().filter(old -> moved(batch, old)).forEach(ghosts::add);
            }
            return result;
        }

        @Override
        List<StoredRecord> all(Scan scan) {
            Stream<StoredRecord> left = ghosts.stream()
                    .filter(ghost -> ghost.key().collection().equals(scan.collection()))
                    .filter(ghost -> scan.partition()
                            .map(ghost.key().partition()::equals)
                            .orElse(true))
                    .filter(ghost ->
                            !ghost.at().isBefore(scan.from()) && ghost.at().isBefore(scan.before()));
            return Stream.concat(super.all(scan).stream(), left).toList();
        }

        private static boolean moved(List<Write> batch, StoredRecord old) {
            return batch.stream()
                    .anyMatch(write -> write instanceof Write.Put put
                            && put.key().equals(old.key())
                            && !put.record().at().equals(old.at()));
        }
    }
}
