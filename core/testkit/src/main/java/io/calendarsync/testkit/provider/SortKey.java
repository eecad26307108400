package io.calendarsync.testkit.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Where an item stands in a listing; what a page token remembers of the page before. */
record SortKey(long primary, String id) implements Comparable<SortKey> {

    static SortKey shuffled(String id) {
        long mixed = id.hashCode() * 0x9E3779B97F4A7C15L;
        return new SortKey((mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L, id);
    }

    /** Returns the items in the order of their keys, each computed once. */
    static <T> List<T> sorted(Collection<T> items, Function<T, SortKey> key) {
        List<Keyed<T>> keyed = new ArrayList<>(items.size());
        items.forEach(item -> keyed.add(new Keyed<>(key.apply(item), item)));
        keyed.sort(Comparator.comparing(Keyed::key));
        List<T> sorted = new ArrayList<>(items.size());
        keyed.forEach(each -> sorted.add(each.item()));
        return sorted;
    }

    private record Keyed<T>(SortKey key, T item) {}

    @Override
    public int compareTo(SortKey other) {
        int first = Long.compare(primary, other.primary);
        return first != 0 ? first : id.compareTo(other.id);
    }
}
