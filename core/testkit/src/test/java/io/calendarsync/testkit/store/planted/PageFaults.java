package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Faults of tokens and of the pages after the first. */
final class PageFaults {

    private PageFaults() {}

    /** Remembers where its pages ended, under tokens that say nothing, and forgets in its own way. */
    private abstract static class RemembersPlaces extends BrokenStore {
        private final AtomicInteger given = new AtomicInteger();

        RemembersPlaces(SyncStore inner) {
            super(inner);
        }

        abstract void remember(String token, String place);

        abstract Optional<String> recall(String token);

        @Override
        public RecordPage scan(Scan scan) {
            if (scan.after().isEmpty()) {
                return given(inner.scan(scan));
            }
            return recall(scan.after().get())
                    .map(place -> given(inner.scan(scan.after(place))))
                    .orElseGet(() -> new RecordPage(List.of(), Optional.empty()));
        }

        private RecordPage given(RecordPage page) {
            Optional<String> token = page.next().map(place -> {
                String name = "page " + given.incrementAndGet();
                remember(name, place);
                return name;
            });
            return new RecordPage(page.records(), token);
        }
    }

    /** Keeps the places in the memory of one node. */
    static final class KeepsTokensToItself extends RemembersPlaces {
        private final Map<String, String> places = new ConcurrentHashMap<>();

        KeepsTokensToItself(SyncStore inner) {
            super(inner);
        }

        @Override
        void remember(String token, String place) {
            places.put(token, place);
        }

        @Override
        Optional<String> recall(String token) {
            return Optional.ofNullable(places.get(token));
        }
    }

    /** Closes its cursor once the next page was read. */
    static final class TakesATokenOnce extends RemembersPlaces {
        private final Map<String, String> places = new ConcurrentHashMap<>();

        TakesATokenOnce(SyncStore inner) {
            super(inner);
        }

        @Override
        void remember(String token, String place) {
            places.put(token, place);
        }

        @Override
        Optional<String> recall(String token) {
            return Optional.ofNullable(places.remove(token));
        }
    }

    /** Has room for the last hundred places. */
    static final class ForgetsOldTokens extends RemembersPlaces {
        private final Map<String, String> places = new LinkedHashMap<>();

        ForgetsOldTokens(SyncStore inner) {
            super(inner);
        }

        @Override
        synchronized void remember(String token, String place) {
            places.put(token, place);
            if (places.size() > 100) {
                places.remove(places.keySet().iterator().next());
            }
        }

        @Override
        synchronized Optional<String> recall(String token) {
            return Optional.ofNullable(places.get(token));
        }
    }

    /** Takes a page to be as large as the one asked for now, not as the one that was given. */
    static final class CountsPages extends BrokenStore {
        CountsPages(SyncStore inner) {
            super(inner);
        }

        @Override
        public RecordPage scan(Scan scan) {
            int number = scan.after().map(Integer::parseInt).orElse(0);
            List<StoredRecord> all = all(inner, scan);
            int from = (int) Math.min(all.size(), (long) number * scan.limit());
            int to = (int) Math.min(all.size(), (long) from + scan.limit());
            return new RecordPage(
                    all.subList(from, to),
                    to == all.size() ? Optional.empty() : Optional.of(Integer.toString(number + 1)));
        }
    }

    /** Reads everything with the first page and gives the others from what it read. */
    static class PagesASnapshot extends BrokenStore {
        private final Map<String, List<StoredRecord>> rests = new ConcurrentHashMap<>();
        private final AtomicInteger given = new AtomicInteger();

        PagesASnapshot(SyncStore inner) {
            super(inner);
        }

        @Override
        public RecordPage scan(Scan scan) {
            List<StoredRecord> rest =
                    scan.after().map(rests::get).map(this::shown).orElseGet(() -> all(inner, scan));
            if (rest.size() <= scan.limit()) {
                return new RecordPage(rest, Optional.empty());
            }
            String token = "rest " + given.incrementAndGet();
            rests.put(token, rest.subList(scan.limit(), rest.size()));
            return new RecordPage(rest.subList(0, scan.limit()), Optional.of(token));
        }

        List<StoredRecord> shown(List<StoredRecord> rest) {
            return rest;
        }
    }

    /** Notices what was deleted since the first page, but not what was replaced. */
    static final class PagesASnapshotWithoutTheDeleted extends PagesASnapshot {
        PagesASnapshotWithoutTheDeleted(SyncStore inner) {
            super(inner);
        }

        @Override
        List<StoredRecord> shown(List<StoredRecord> rest) {
            return rest.stream()
                    .filter(record -> version(record.key()).isPresent())
                    .toList();
        }
    }

    /** Notes the keys with the first page and reads the records with each page. */
    static final class PagesAListOfKeys extends PagesASnapshot {
        PagesAListOfKeys(SyncStore inner) {
            super(inner);
        }

        @Override
        List<StoredRecord> shown(List<StoredRecord> rest) {
            return rest.stream()
                    .flatMap(record -> inner.read(List.of(record.key())).stream())
                    .toList();
        }
    }

    private static List<StoredRecord> all(SyncStore inner, Scan scan) {
        Scan first = new Scan(
                scan.collection(),
                scan.partition(),
                scan.from(),
                scan.before(),
                Optional.empty(),
                Integer.MAX_VALUE,
                scan.payloads());
        return inner.scan(first).records();
    }

    /** Begins some of the pages after the first one record too late. */
    private static final class SkipsOne extends BrokenStore {
        private final Predicate<Scan> where;

        SkipsOne(SyncStore inner, Predicate<Scan> where) {
            super(inner);
            this.where = where;
        }

        @Override
        public RecordPage scan(Scan scan) {
            RecordPage page = inner.scan(scan);
            int skipped = scan.after().isPresent()
                            && where.test(scan)
                            && !page.records().isEmpty()
                    ? 1
                    : 0;
            return new RecordPage(page.records().subList(skipped, page.records().size()), page.next());
        }
    }

    static SyncStore skipsOneInSweeps(SyncStore inner) {
        return new SkipsOne(inner, scan -> scan.partition().isPresent() && !scan.payloads() && scan.limit() >= 1000);
    }

    static SyncStore skipsOneInLargePagesOfAPartition(SyncStore inner) {
        return new SkipsOne(inner, scan -> scan.partition().isPresent() && scan.payloads() && scan.limit() >= 1000);
    }

    static SyncStore skipsOneInLargePagesOfACollection(SyncStore inner) {
        return new SkipsOne(inner, scan -> scan.partition().isEmpty() && !scan.payloads() && scan.limit() >= 1000);
    }

    static SyncStore skipsOneInPagesOfAQueue(SyncStore inner) {
        return new SkipsOne(
                inner,
                scan -> scan.partition().isEmpty() && scan.from().isAfter(StoredRecord.EARLIEST) && scan.limit() >= 64);
    }
}
