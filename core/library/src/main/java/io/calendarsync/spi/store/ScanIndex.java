package io.calendarsync.spi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The records of an {@link InMemorySyncStore} in scan order, once for each collection and once for each of its
 * partitions. Confined to the lock of its store.
 */
final class ScanIndex {

    private record Extent(String collection, Optional<String> partition) {}

    /** Where a record stands in a scan; an empty partition and id stand before every record of that instant. */
    record Place(Instant at, String partition, String id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::at)
                .thenComparing(Place::partition, RecordKey::compare)
                .thenComparing(Place::id, RecordKey::compare);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        static Place of(StoredRecord record) {
            return new Place(record.at(), record.key().partition(), record.key().id());
        }

        static Place startOf(Instant at) {
            return new Place(at, "", "");
        }

        String token() {
            return at + " " + partition.length() + " " + partition + id;
        }

        static Place parse(String token) {
            String[] parts = token.split(" ", 3);
            try {
                int partition = Integer.parseInt(parts[1]);
                return new Place(
                        Instant.parse(parts[0]), parts[2].substring(0, partition), parts[2].substring(partition));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("not a token of this store", e);
            }
        }
    }

    private static final byte[] NO_PAYLOAD = {};

    private final Map<Extent, NavigableMap<Place, StoredRecord>> extents = new HashMap<>();

    void put(StoredRecord record) {
        Place place = Place.of(record);
        for (Extent extent : extents(record.key())) {
            extents.computeIfAbsent(extent, e -> new TreeMap<>()).put(place, record);
        }
    }

    void remove(StoredRecord record) {
        Place place = Place.of(record);
        for (Extent extent : extents(record.key())) {
            extents.computeIfPresent(extent, (e, places) -> {
                places.remove(place);
                return places.isEmpty() ? null : places;
            });
        }
    }

    RecordPage page(Scan scan) {
        List<StoredRecord> page = new ArrayList<>();
        for (StoredRecord record : range(scan).values()) {
            if (page.size() == scan.limit()) {
                StoredRecord last = page.get(page.size() - 1);
                return new RecordPage(page, Optional.of(Place.of(last).token()));
            }
            page.add(scan.payloads() ? record : withoutPayload(record));
        }
        return new RecordPage(page, Optional.empty());
    }

    private NavigableMap<Place, StoredRecord> range(Scan scan) {
        NavigableMap<Place, StoredRecord> places = extents.get(new Extent(scan.collection(), scan.partition()));
        if (places == null || !scan.from().isBefore(scan.before())) {
            return new TreeMap<>();
        }
        NavigableMap<Place, StoredRecord> range =
                places.subMap(Place.startOf(scan.from()), true, Place.startOf(scan.before()), false);
        if (scan.after().isEmpty()) {
            return range;
        }
        Place after = Place.parse(scan.after().get());
        if (after.at().isBefore(scan.from()) || !after.at().isBefore(scan.before())) {
            throw new IllegalArgumentException("the token belongs to a scan of another range");
        }
        return range.tailMap(after, false);
    }

    private static List<Extent> extents(RecordKey key) {
        return List.of(
                new Extent(key.collection(), Optional.empty()),
                new Extent(key.collection(), Optional.of(key.partition())));
    }

    private static StoredRecord withoutPayload(StoredRecord record) {
        return new StoredRecord(
                record.key(), record.version(), record.at(), record.until(), record.fingerprint(), NO_PAYLOAD);
    }
}
