package io.calendarsync.spi.store;

import java.nio.charset.StandardCharsets;

/**
 * Names a record. Each part takes at most 255 bytes of UTF-8 and may hold any character, NUL included.
 *
 * <p>Ordered by the unsigned bytes of collection, partition, id.
 *
 * @param collection the kind of record, such as {@code event}; a few dozen in all
 * @param partition what is scanned together, such as one calendar; may be empty
 * @param id unique within collection and partition
 * @since 0.1
 */
public record RecordKey(String collection, String partition, String id) implements Comparable<RecordKey> {

    /** Most bytes of UTF-8 in each part. */
    public static final int MAX_BYTES = 255;

    /**
     * Checks the parts.
     *
     * @param collection the kind of record, such as {@code event}; a few dozen in all
     * @param partition what is scanned together, such as one calendar; may be empty
     * @param id unique within collection and partition
     * @throws IllegalArgumentException if one is too long, or the collection or the id is empty
     */
    public RecordKey {
        requireShort("collection", collection);
        requireShort("partition", partition);
        requireShort("id", id);
        if (collection.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("collection and id must not be empty");
        }
    }

    @Override
    public int compareTo(RecordKey other) {
        int byCollection = compare(collection, other.collection);
        if (byCollection != 0) {
            return byCollection;
        }
        int byPartition = compare(partition, other.partition);
        return byPartition != 0 ? byPartition : compare(id, other.id);
    }

    /** Compares as the unsigned bytes of UTF-8 compare, without encoding. */
    static int compare(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                return Integer.compare(rank(left), rank(right));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    // UTF-16 sorts the halves of supplementary characters before U+E000..U+FFFF, UTF-8 after them.
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    private static void requireShort(String part, String value) {
        if (value.length() * 3 > MAX_BYTES && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException(part + " takes more than " + MAX_BYTES + " bytes of UTF-8");
        }
    }
}
