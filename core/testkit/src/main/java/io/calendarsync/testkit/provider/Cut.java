package io.calendarsync.testkit.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page cut out of a sorted list.
 *
 * @param begin how many items lie before it
 * @param more whether any wanted item lies after it
 */
record Cut<T>(int begin, List<T> items, boolean more) {

    /** Cuts out the first wanted items that lie after a key. */
    static <T> Cut<T> after(
            Optional<SortKey> last, List<T> sorted, Function<T, SortKey> key, Predicate<T> wanted, int most) {
        int begin = last.map(passed -> firstAfter(passed, sorted, key)).orElse(0);
        List<T> items = new ArrayList<>(Math.min(most, sorted.size() - begin));
        for (int index = begin; index < sorted.size(); index++) {
            if (wanted.test(sorted.get(index))) {
                if (items.size() == most) {
                    return new Cut<>(begin, items, true);
                }
                items.add(sorted.get(index));
            }
        }
        return new Cut<>(begin, items, false);
    }

    /** Returns the key the next page starts after. */
    Optional<SortKey> last(Function<T, SortKey> key, Optional<SortKey> before) {
        return items.isEmpty() ? before : Optional.of(key.apply(items.get(items.size() - 1)));
    }

    private static <T> int firstAfter(SortKey passed, List<T> sorted, Function<T, SortKey> key) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.apply(sorted.get(middle)).compareTo(passed) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
