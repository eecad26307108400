package io.calendarsync.testkit.provider;

import java.util.Comparator;

/** Where an item stands in a listing; what a page token remembers of the page before. */
record SortKey(long primary, String id) implements Comparable<SortKey> {

    private static final Comparator<SortKey> ORDER =
            Comparator.comparingLong(SortKey::primary).thenComparing(SortKey::id);

    static SortKey shuffled(String id) {
        long mixed = id.hashCode() * 0x9E3779B97F4A7C15L;
        return new SortKey((mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L, id);
    }

    @Override
    public int compareTo(SortKey other) {
        return ORDER.compare(this, other);
    }
}
