package io.calendarsync.testkit.provider;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last value computed and what for: the pages of one round ask for the same again and again. */
final class Remembered<K, V> {

    private @Nullable K key;
    private @Nullable V value;

    V get(K wanted, Supplier<V> compute) {
        V known = value;
        if (known != null && wanted.equals(key)) {
            return known;
        }
        V computed = compute.get();
        key = wanted;
        value = computed;
        return computed;
    }
}
